import { batch } from '@preact/signals';
import type { ReportOptionsSpec } from '../../options/options.js';
import type { FileLooked, FileRead, Input, MadeReport, PlainError, Reply } from '../protocol.js';
import type { Report } from '../../report/report.js';
import type { OpenClient } from './client.js';
import { ReportsBehind } from './behind.js';
import { engineStopped } from './failures.js';
import { rememberedMapping, rememberMapping, type Memory } from './memory.js';
import { asksForOrder, lacksColumns } from './questions.js';
import { fileSettings, optionsOf, type Filters, type Settings } from './settings.js';
import { newState, type State } from './store.js';
import { Work, type EngineFiles } from './work.js';

/** What the page needs from the browser. */
export interface Surroundings {
  openClient: OpenClient;
  engineFiles: EngineFiles;
  /** What the browser keeps for the next visit. */
  memory: Memory;
  /** What it keeps while the page is loaded again. */
  visit: Memory;
  save: (blob: Blob, name: string) => void;
}

/** What a report is made of, its options as one text, and who closed its chats. */
interface Making {
  input: Input;
  settings: Settings;
  filters: Filters;
  key: string;
  closers: MadeReport['closers'];
}

/** The way of files from being opened to their report, over what is asked on the way; changes the state as it goes. */
export class Flow {
  readonly state: State = newState();
  readonly surroundings: Surroundings;
  readonly work: Work;
  /** What the report at work is made of, and the one on the page. */
  #asked: Making | null = null;
  #shown: Making | null = null;
  readonly #behind = new ReportsBehind();
  #isRecalled = false;
  #isOrderAccepted = false;

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
    const { state } = this;
    this.work = new Work(surroundings.openClient, surroundings.engineFiles, {
      engine: (reply) => batch(() => this.#onEngine(reply)),
      looked: ({ files }) => batch(() => this.#onLooked(files)),
      read: ({ files }) => batch(() => this.#onRead(files)),
      progress: ({ progress }) => (state.progress.value = progress),
      report: ({ made }) => batch(() => this.#onReport(made)),
      behind: ({ options, report }) => {
        this.#behind.keep(options, report);
        state.behind.value = this.#behind.now();
      },
      download: ({ download: { blob, name } }) => {
        state.downloading.value = null;
        surroundings.save(blob, name);
      },
      failed: (what, error) => batch(() => this.#onFailed(what, error)),
      broken: (what) => batch(() => this.#onBroken(what)),
    });
  }

  /** The report on the page, and what it was made of. */
  get shown(): Making | null {
    return this.#shown;
  }

  /** The options that were asked for last, as one text. */
  get lastKey(): string | undefined {
    return (this.#asked ?? this.#shown)?.key;
  }

  /** The options that are chosen, as one text. */
  get key(): string {
    return JSON.stringify(this.options());
  }

  options(): ReportOptionsSpec {
    return optionsOf(this.state.settings.value, this.state.filters.value);
  }

  show(phase: State['phase']['value'], error: PlainError | null = null): void {
    this.state.phase.value = phase;
    this.state.error.value = error;
    if (phase !== 'computing') this.state.progress.value = null;
  }

  showColumns(): void {
    if (!this.state.looked.value) return;
    this.state.view.value = 'columns';
    this.show('mapping');
  }

  /** Nothing is asked for any more. */
  forgetAsked(): void {
    this.#asked = null;
  }

  /** No report is on the page any more. */
  forgetShown(): void {
    this.#asked = this.#shown = null;
  }

  /** Opens files for the first time: how such files were read before is looked up for them. */
  openNew(input: Input): void {
    this.#isRecalled = this.#isOrderAccepted = false;
    this.state.input.value = input;
    this.state.closers.value = [];
    this.openAnew('looking');
  }

  openAnew(phase: 'looking' | 'report'): void {
    const { input, looked, read, downloading } = this.state;
    if (input.value === null) return;
    this.#asked = null;
    this.#behind.clear();
    looked.value = read.value = downloading.value = null;
    this.show(phase);
    this.work.open(input.value, this.options());
  }

  /** What is chosen has changed. */
  follow(): void {
    const { input, looked, phase, problems } = this.state;
    if (input.value === null || Object.keys(problems.value).length > 0) return;
    if (looked.value === null || !this.work.isOpen) this.openAnew('looking');
    else if (phase.value === 'mapping') this.work.look(this.options());
    else this.report();
  }

  /** Takes the answers to what was asked about the columns; makes the report unless it is there or being made. */
  accept(): void {
    const { looked, read, settings, view, input } = this.state;
    if (looked.value) rememberMapping(this.surroundings.memory, looked.value, fileSettings(settings.value));
    if (read.value && asksForOrder(read.value)) this.#isOrderAccepted = true;
    view.value = 'report';
    if (this.#shown?.input === input.value && this.#shown?.key === this.key) this.show('report');
    else if (this.#asked?.key === this.key) this.show('computing');
    else this.report();
  }

  report(): void {
    const { input, settings, filters } = this.state;
    if (input.value === null) return;
    if (!this.work.isOpen) return this.openAnew('looking');
    const [settingsNow, filtersNow] = [settings.value, filters.value];
    this.#asked = {
      input: input.value,
      settings: settingsNow,
      filters: filtersNow,
      key: this.key,
      closers: [],
    };
    this.show('computing');
    this.work.report(this.options());
  }

  /** A browser that cannot run the engine is told of before a file is chosen. */
  #onEngine(reply: Extract<Reply, { type: 'engine' }>): void {
    const { state } = this;
    state.engine.value = reply.state;
    const isHopeless = reply.state === 'failed' && reply.error.code === 'browser_too_old';
    if (isHopeless && state.phase.value === 'start') state.error.value = reply.error;
  }

  #onLooked(files: FileLooked[]): void {
    const { state } = this;
    state.looked.value = files;
    if (state.phase.value === 'mapping') state.error.value = null;
    if (this.#recall(files)) return this.work.look(this.options());
    if (state.phase.value !== 'looking') return;
    if (lacksColumns(files)) this.showColumns();
    else this.report();
  }

  /** Takes over how files with the same headings were read the last time; false where there is nothing to take over. */
  #recall(files: FileLooked[]): boolean {
    const { settings } = this.state;
    if (this.#isRecalled) return false;
    this.#isRecalled = true;
    const kept = rememberedMapping(this.surroundings.memory, files);
    if (!kept || Object.keys(fileSettings(settings.value)).length > 0) return false;
    settings.value = { ...settings.value, ...kept };
    return true;
  }

  #onRead(files: FileRead[]): void {
    this.state.read.value = files;
    const isOpen = asksForOrder(files) && this.state.settings.value.dateOrder === undefined;
    if (isOpen && !this.#isOrderAccepted) this.showColumns();
  }

  #onReport({ report, closers }: MadeReport): void {
    const { state } = this;
    this.#shown = this.#asked && { ...this.#asked, closers };
    this.#asked = null;
    state.report.value = report;
    state.closers.value = closers;
    if (this.#shown) this.#showBehind(report, this.#shown);
    if (state.phase.value === 'computing') this.show('report');
  }

  #showBehind(report: Report, { settings, filters }: Making): void {
    const lacking = this.#behind.show(report, settings, filters);
    this.state.behind.value = this.#behind.now();
    if (lacking.length > 0) this.work.behind(lacking);
  }

  #onFailed(what: 'look' | 'report' | 'download', error: PlainError): void {
    const { state } = this;
    const isMapping = state.phase.value === 'mapping';
    if (what === 'report') this.#asked = null;
    if (what === 'download') state.downloading.value = null;
    if (error.code === 'cancelled') return;
    if (what === 'download' || isMapping) state.error.value = error;
    else this.show('failed', error);
  }

  #onBroken(what: string): void {
    this.#asked = null;
    this.state.engine.value = 'unknown';
    this.state.downloading.value = null;
    if (this.state.input.value !== null) this.show('failed', engineStopped(what));
  }
}
