import type { OutputId } from '../../outputs/outputs.js';
import type { ReportOptionsSpec } from '../../options/options.js';
import type { Input, PlainError, Reply, Request } from '../protocol.js';
import type { Client, OpenClient } from './client.js';

type Told<Type extends Reply['type']> = Extract<Reply, { type: Type }>;

/** What is told of work that was asked for; of work that another has replaced, nothing. */
export interface WorkEvents {
  engine: (reply: Told<'engine'>) => void;
  looked: (reply: Told<'looked'>) => void;
  read: (reply: Told<'read'>) => void;
  progress: (reply: Told<'progress'>) => void;
  report: (reply: Told<'report'>) => void;
  behind: (reply: Told<'behind'>) => void;
  download: (reply: Told<'download'>) => void;
  failed: (what: 'look' | 'report' | 'download', error: PlainError) => void;
  /** The other side broke down: nothing of what was asked for will come. */
  broken: (what: string) => void;
}

/** Where the engine's two files are. */
export type EngineFiles = Extract<Request, { type: 'load' }>['engine'];

const none = 0;

/** The work that is asked for of the other side, and who answers to what. */
export class Work {
  readonly #openClient: OpenClient;
  readonly #engineFiles: EngineFiles;
  readonly #events: WorkEvents;
  #client: Client | null = null;
  #jobs = none;
  readonly #job = { look: none, report: none, behind: none, download: none };

  constructor(openClient: OpenClient, engineFiles: EngineFiles, events: WorkEvents) {
    this.#openClient = openClient;
    this.#engineFiles = engineFiles;
    this.#events = events;
  }

  /** False before the first work, and after a breakdown: then files have to be opened anew. */
  get isOpen(): boolean {
    return this.#client !== null;
  }

  /** Loads the engine before it is needed. */
  load(): void {
    this.#opened();
  }

  open(input: Input, options: ReportOptionsSpec): void {
    this.#job.report = this.#job.behind = this.#job.download = none;
    this.#opened().send({ type: 'open', job: this.#next('look'), input, options });
  }

  look(options: ReportOptionsSpec): void {
    this.#opened().send({ type: 'look', job: this.#next('look'), options });
  }

  report(options: ReportOptionsSpec): void {
    this.#job.behind = none;
    this.#opened().send({ type: 'report', job: this.#next('report'), options });
  }

  behind(options: readonly ReportOptionsSpec[]): void {
    this.#opened().send({ type: 'behind', job: this.#next('behind'), options });
  }

  download(kind: OutputId, options: ReportOptionsSpec): void {
    this.#opened().send({ type: 'download', job: this.#next('download'), kind, options });
  }

  cancel(): void {
    this.#forgetJobs();
    this.#client?.send({ type: 'cancel' });
  }

  /** Ends the other side; the next work begins with a new one. */
  close(): void {
    this.#client?.close();
    this.#client = null;
    this.#forgetJobs();
  }

  #forgetJobs(): void {
    Object.assign(this.#job, { look: none, report: none, behind: none, download: none });
  }

  #next(what: 'look' | 'report' | 'behind' | 'download'): number {
    this.#jobs += 1;
    this.#job[what] = this.#jobs;
    return this.#jobs;
  }

  #opened(): Client {
    if (this.#client) return this.#client;
    const client = this.#openClient(
      (reply) => {
        if (client === this.#client) this.#onReply(reply);
      },
      (what) => {
        if (client !== this.#client) return;
        this.close();
        this.#events.broken(what);
      },
    );
    this.#client = client;
    client.send({ type: 'load', engine: this.#engineFiles });
    return client;
  }

  #onReply(reply: Reply): void {
    const events = this.#events;
    if (reply.type === 'engine') return events.engine(reply);
    if (reply.type === 'behind') {
      if (reply.job === this.#job.behind) events.behind(reply);
      return;
    }
    const what = (['look', 'report', 'download'] as const).find((one) => this.#job[one] === reply.job);
    if (what === undefined) return;
    if (reply.type === 'failed') return this.#onFailed(what, reply.error);
    if (reply.type === 'looked') return events.looked(reply);
    if (reply.type === 'read') return events.read(reply);
    if (reply.type === 'progress') return events.progress(reply);
    this.#job[what] = none;
    if (reply.type === 'report') events.report(reply);
    else events.download(reply);
  }

  #onFailed(what: 'look' | 'report' | 'download', error: PlainError): void {
    this.#job[what] = none;
    this.#events.failed(what, error);
  }
}
