import { cancelled } from '../../engines/cancelled.js';
import type { DuckDbWasmFiles } from '../../engines/duckdb-wasm/duckdb-wasm-engine.js';
import type { Engine } from '../../engines/engine.js';
import { UserError } from '../../errors.js';
import { parseOptions, type ReportOptionsSpec } from '../../options/options.js';
import type { FileLooked, Reply, Request } from '../protocol.js';
import { plainError } from './plain-error.js';
import { ReportDesk } from './report-desk.js';
import { lookedAt } from './look.js';
import { sourcesOf, type CountedSource } from './sources.js';

type Asked<Type extends Request['type']> = Extract<Request, { type: Type }>;

/** What this side needs from its surroundings. */
export interface ServiceSurroundings {
  post: (reply: Reply) => void;
  openEngine: (files: DuckDbWasmFiles) => Promise<Engine>;
}

/** Errors after which the engine still has all it had. */
const harmless = (error: unknown): boolean =>
  error instanceof UserError && !['engine_failed', 'too_big_for_browser', 'rows_lost'].includes(error.code);

/** Answers the requests of the page: looks at once, reports and downloads one after the other. */
export class ReportService {
  readonly #surroundings: ServiceSurroundings;
  #engineFiles: DuckDbWasmFiles | null = null;
  #engine: Promise<Engine> | null = null;
  #files: CountedSource[] = [];
  #looked: FileLooked[] = [];
  #desk: ReportDesk | null = null;
  #waiting: Asked<'report'> | null = null;
  #downloads: Asked<'download'>[] = [];
  #behind: { job: number; options: ReportOptionsSpec }[] = [];
  #isWorking = false;
  /** A download that was asked for is written to its end, whatever is asked for next. */
  #isDownloading = false;

  constructor(surroundings: ServiceSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Takes a request; replies are posted. */
  receive(request: Request): void {
    switch (request.type) {
      case 'load':
        this.#engineFiles = request.engine;
        this.#openEngine().catch(() => undefined);
        return;
      case 'open':
        return this.#open(request);
      case 'look':
        return void this.#look(request);
      case 'report':
        if (!this.#isDownloading) this.#desk?.stop(request.options);
        this.#waiting = request;
        this.#behind = [];
        return void this.#work();
      case 'behind':
        this.#behind = request.options.map((options) => ({ job: request.job, options }));
        return void this.#work();
      case 'cancel':
        this.#waiting = null;
        this.#downloads = [];
        this.#behind = [];
        this.#desk?.stop(null);
        return;
      case 'download':
        this.#downloads.push(request);
        return void this.#work();
    }
  }

  #open({ job, input, options }: Asked<'open'>): void {
    this.#waiting = null;
    this.#downloads = [];
    this.#behind = [];
    this.#desk?.stop(null);
    this.#desk = null;
    this.#looked = [];
    this.#files = [];
    void this.#answer(job, async () => {
      this.#files = sourcesOf(input);
      await this.#lookAtAll(job, options);
    });
  }

  #look({ job, options }: Asked<'look'>): Promise<void> {
    return this.#answer(job, () => this.#lookAtAll(job, options));
  }

  async #lookAtAll(job: number, spec: ReportOptionsSpec): Promise<void> {
    const options = parseOptions(spec);
    const sources = this.#files;
    const files: FileLooked[] = [];
    for (const { source } of sources) files.push(await lookedAt(source, options));
    if (sources !== this.#files) return;
    this.#looked = files;
    this.#surroundings.post({ type: 'looked', job, files });
  }

  /** Does what is asked for, one thing after the other. */
  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    for (let next = this.#next(); next; next = this.#next()) await next();
    this.#isWorking = false;
  }

  #next(): (() => Promise<void>) | null {
    const [report, download] = [this.#waiting, this.#downloads.shift()];
    if (download) return () => this.#answer(download.job, () => this.#download(download));
    this.#waiting = null;
    if (report) return () => this.#answer(report.job, () => this.#report(report));
    const behind = this.#behind.shift();
    return behind ? () => this.#answer(behind.job, () => this.#reportBehind(behind)) : null;
  }

  async #report({ job, options }: Asked<'report'>): Promise<void> {
    const { post } = this.#surroundings;
    const desk = await this.#openDesk();
    if (this.#waiting) throw cancelled();
    const made = await desk.report(options, {
      onProgress: (progress) => post({ type: 'progress', job, progress }),
      onRead: (files) => post({ type: 'read', job, files }),
    });
    post({ type: 'report', job, made });
  }

  async #reportBehind({ job, options }: { job: number; options: ReportOptionsSpec }): Promise<void> {
    const desk = await this.#openDesk();
    const { report } = await desk.report(options);
    this.#surroundings.post({ type: 'behind', job, options, report });
  }

  async #download({ job, kind, options }: Asked<'download'>): Promise<void> {
    const desk = await this.#openDesk();
    this.#isDownloading = true;
    const download = await desk.download(kind, options).finally(() => (this.#isDownloading = false));
    this.#surroundings.post({ type: 'download', job, download });
  }

  /** Where the open files are worked on. */
  async #openDesk(): Promise<ReportDesk> {
    const files = this.#files;
    const engine = await this.#openEngine();
    if (files !== this.#files) throw cancelled();
    return (this.#desk ??= new ReportDesk(files, this.#looked, engine));
  }

  /** The engine, opened once; after a failure it is opened anew. */
  #openEngine(): Promise<Engine> {
    const { post, openEngine } = this.#surroundings;
    if (this.#engine) return this.#engine;
    if (!this.#engineFiles) throw new Error('The engine was asked for before its files were named.');
    post({ type: 'engine', state: 'loading' });
    const opening = openEngine(this.#engineFiles);
    this.#engine = opening;
    opening.then(
      () => post({ type: 'engine', state: 'ready' }),
      (error: unknown) => {
        if (this.#engine === opening) this.#engine = null;
        post({ type: 'engine', state: 'failed', error: plainError(error) });
      },
    );
    return opening;
  }

  /** Does some work; a failure is posted, and an engine that may have suffered is not used again. */
  async #answer(job: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!harmless(error)) this.#dropEngine();
      this.#surroundings.post({ type: 'failed', job, error: plainError(error) });
    }
  }

  #dropEngine(): void {
    const old = this.#engine;
    this.#engine = null;
    this.#desk = null;
    old?.then((engine) => engine.close()).catch(() => undefined);
  }
}
