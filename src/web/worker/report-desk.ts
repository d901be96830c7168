import type { Engine } from '../../engines/engine.js';
import { asFlag } from '../../options/mention.js';
import { parseOptions, type ReportOptionsSpec } from '../../options/options.js';
import { closersOf } from '../../report/inspect.js';
import { reportSession, type ReportSession, type SaidReport } from '../../report/generate.js';
import type { ReadFile } from '../../report/reading/read-file.js';
import { readingChoices } from '../../report/reading/choices.js';
import { KnownParts } from '../../report/reuse.js';
import type { Closer, Download, FileLooked, FileRead, MadeReport, Progress } from '../protocol.js';
import { takes, type OutputId } from '../../outputs/outputs.js';
import { downloadOf } from './downloads.js';
import { asSetting } from '../state/setting-words.js';
import { ReportProgress } from './progress.js';
import type { CountedSource } from './sources.js';
import { StoppableWork } from './stoppable-work.js';

/** How often progress is told, in milliseconds. */
const progressEvery = 100;

/** What is told while a report is made. */
export interface ReportEvents {
  onProgress: (progress: Progress) => void;
  onRead: (files: FileRead[]) => void;
}

const untold: ReportEvents = { onProgress: () => undefined, onRead: () => undefined };

/** Everything that is done with one set of files, on one engine; one thing after the other. */
export class ReportDesk {
  readonly #files: CountedSource[];
  readonly #work: StoppableWork;
  readonly #session: ReportSession;
  readonly #known = new KnownParts();
  #looked: readonly FileLooked[] = [];
  #read: readonly ReadFile[] = [];
  #progress: ReportProgress | null = null;
  #events: ReportEvents | null = null;
  /** The options of the report that the engine holds, and of the one at work. */
  #held: { key: string; said: SaidReport } | null = null;
  #asked: ReportOptionsSpec | null = null;

  constructor(files: CountedSource[], looked: readonly FileLooked[], engine: Engine) {
    this.#files = files;
    this.#looked = looked;
    this.#work = new StoppableWork(engine);
    this.#session = reportSession(
      files.map(({ source }) => source),
      {
        engine: this.#work.engine,
        onStep: (step) => this.#progress?.step(step),
        onRead: (read) => this.#onRead(read),
        isForMany: true,
      },
    );
  }

  /** @throws UserError `cancelled` when it is stopped, and those of making a report. */
  async report(spec: ReportOptionsSpec, events: ReportEvents = untold): Promise<MadeReport> {
    const options = parseOptions(spec);
    this.#work.go();
    this.#asked = spec;
    this.#held = null;
    this.#events = events;
    const progress = (this.#progress = this.#newProgress());
    const tell = (): void => events.onProgress(progress.now(this.#work.engine.progress()));
    const timer = setInterval(tell, progressEvery);
    try {
      const said = await this.#session(options);
      const closers = await this.#known.make('closers', options, () => this.#closers());
      this.#held = { key: JSON.stringify(spec), said };
      return { report: said(asSetting), closers };
    } finally {
      clearInterval(timer);
      this.#progress = this.#events = this.#asked = null;
    }
  }

  /**
   * Stops what is at work. For a next report, only the report at work is stopped, and the reading of files goes on where the
   * next one reads them in the same way.
   */
  stop(next: ReportOptionsSpec | null): void {
    if (next && !this.#asked) return;
    if (next && this.#asked && this.#progress?.isReading && readsAlike(this.#asked, next)) {
      this.#work.stopAfterReading();
    } else {
      this.#work.stop();
    }
  }

  async download(kind: OutputId, spec: ReportOptionsSpec): Promise<Download> {
    this.#work.go();
    const source = { files: this.#read, engine: this.#work.engine };
    if (!takes(kind, 'report')) return downloadOf(kind, { ...source, report: null });
    const isHeld = this.#held?.key === JSON.stringify(spec);
    if (!isHeld) await this.report(spec);
    if (!this.#held) throw new Error('The report was not made.');
    return downloadOf(kind, { ...source, report: this.#held.said(asFlag) });
  }

  async #closers(): Promise<Closer[]> {
    const rows = await closersOf(this.#work.engine);
    return rows.map(({ name, is_bot, chats }) => ({ name, isBot: is_bot, chats }));
  }

  #newProgress(): ReportProgress {
    const sizes = this.#files.map(({ source }, at) => {
      return { bytes: source.bytes ?? 0, rowsGuess: this.#looked[at]?.rowsGuess ?? null };
    });
    return new ReportProgress(
      sizes,
      this.#files.map(({ read }) => read),
    );
  }

  #onRead(read: readonly ReadFile[]): void {
    this.#read = read;
    this.#events?.onRead(
      read.map(({ plan, decision }) => {
        return { name: plan.file.name, decision, units: plan.rules.units, zones: plan.rules.zones };
      }),
    );
  }
}

function readsAlike(one: ReportOptionsSpec, other: ReportOptionsSpec): boolean {
  const key = (spec: ReportOptionsSpec): string => JSON.stringify(readingChoices(parseOptions(spec)));
  try {
    return key(one) === key(other);
  } catch {
    return false;
  }
}
