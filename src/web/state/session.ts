import { batch } from '@preact/signals';
import type { OutputId } from '../../outputs/outputs.js';
import type { OptionName } from '../../options/catalog.js';
import type { Input } from '../protocol.js';
import type { Address } from './address.js';
import { Flow, type Surroundings } from './flow.js';
import { inputNames } from './questions.js';
import { lastingSettings, withSetting, type Filters, type Settings } from './settings.js';
import type { State } from './store.js';

/** All that can be done on the page; what it shows is its `state`. */
export class Session {
  readonly state: State;
  readonly #flow: Flow;
  /** Choices of the address belong to the first file. */
  #isFirst = true;

  constructor(surroundings: Surroundings) {
    this.#flow = new Flow(surroundings);
    this.state = this.#flow.state;
  }

  /** Begins with choices of the address or of the last visit. */
  begin({ settings, filters }: Address): void {
    const { state } = this;
    const lost = this.#flow.surroundings.visit.read('open');
    batch(() => {
      state.settings.value = settings;
      state.filters.value = filters;
      state.lost.value = Array.isArray(lost) ? lost.map(String) : [];
    });
  }

  /** Loads the engine before it is asked for. */
  warmUp(): void {
    this.#flow.work.load();
  }

  /** Opens files, or made-up chats, instead of what was open. */
  open(input: Input): void {
    const { state } = this;
    this.#flow.surroundings.visit.write('open', inputNames(input));
    batch(() => {
      if (state.phase.value === 'start') this.#forgetReport();
      if (!this.#isFirst) {
        state.settings.value = lastingSettings(state.settings.value);
        state.filters.value = {};
      }
      state.lost.value = [];
      state.view.value = 'report';
      this.#isFirst = false;
      this.#flow.openNew(input);
    });
  }

  /** True where the report on the page is one of the files that are open; false while others take their place. */
  get isOfOpenFiles(): boolean {
    return this.#flow.shown?.input === this.state.input.value;
  }

  /** Changes a setting; the report follows, or, while columns are asked about, what is seen of them. */
  set(name: OptionName, value: unknown): void {
    this.setAll(withSetting(this.state.settings.value, name, value));
  }

  setAll(settings: Settings): void {
    this.#flow.surroundings.memory.write('settings', lastingSettings(settings));
    batch(() => {
      this.#returnToShown();
      this.state.settings.value = settings;
      this.#flow.follow();
    });
  }

  filter(filters: Filters): void {
    batch(() => {
      this.#returnToShown();
      this.state.filters.value = filters;
      this.#flow.follow();
    });
  }

  /** Takes over the choices of an address. */
  go({ settings, filters, view }: Address): void {
    const { state } = this;
    batch(() => {
      state.settings.value = settings;
      state.filters.value = filters;
      if (state.input.value === null) return;
      if (view === 'columns') this.showColumns();
      else if (state.phase.value === 'mapping') this.makeReport();
      else if (this.#flow.key !== this.#flow.lastKey) this.#flow.follow();
    });
  }

  /** Makes the report of what is chosen, unless it is there or being made. */
  makeReport(): void {
    batch(() => this.#flow.accept());
  }

  showColumns(): void {
    batch(() => this.#flow.showColumns());
  }

  /** Stops the work; what was there before it stays. */
  cancel(): void {
    this.#flow.work.cancel();
    this.#flow.forgetAsked();
    if (this.#flow.shown) this.back();
    else if (this.state.looked.value) this.showColumns();
    else this.leave();
  }

  /** The same work once more, with everything opened anew. */
  again(): void {
    this.#flow.work.close();
    if (this.state.input.value === null) this.leave();
    else this.#flow.openAnew('looking');
  }

  /** Back to the report that is there, and to what it was made of. */
  back(): void {
    const { state } = this;
    if (!this.#flow.shown) return this.leave();
    const { input, settings, filters, closers } = this.#flow.shown;
    const isOther = input !== state.input.value || !this.#flow.work.isOpen;
    batch(() => {
      state.input.value = input;
      state.settings.value = settings;
      state.filters.value = filters;
      state.closers.value = closers;
      state.view.value = 'report';
      if (isOther) this.#flow.openAnew('report');
      else this.#flow.show('report');
    });
  }

  /** To the start; the report that was there can be come back to until another file is opened. */
  leave(): void {
    const { state } = this;
    this.#flow.work.cancel();
    this.#flow.surroundings.visit.write('open', null);
    this.#flow.forgetAsked();
    batch(() => {
      state.input.value = state.looked.value = state.read.value = null;
      state.downloading.value = null;
      state.closers.value = [];
      state.filters.value = {};
      state.view.value = 'report';
      state.settings.value = lastingSettings(state.settings.value);
      this.#flow.show('start');
    });
  }

  /** Back to the report that was left for the start; nothing where there is none. */
  comeBack(): void {
    const { shown } = this.#flow;
    if (this.state.phase.value !== 'start' || !shown) return;
    this.#flow.surroundings.visit.write('open', inputNames(shown.input));
    this.back();
  }

  #forgetReport(): void {
    this.#flow.forgetShown();
    this.state.report.value = null;
    this.state.behind.value = {};
  }

  /** Writes a file of the report on the page, and saves it. */
  download(kind: OutputId): void {
    if (this.state.input.value === null) return;
    this.state.downloading.value = kind;
    this.#flow.work.download(kind, this.#flow.options());
  }

  dismissError(): void {
    this.state.error.value = null;
  }

  /** After other files could not be opened, choices are for the report that is still on the page. */
  #returnToShown(): void {
    const { phase, input, looked } = this.state;
    const { shown } = this.#flow;
    if (phase.value !== 'failed' || !shown || this.isOfOpenFiles) return;
    input.value = shown.input;
    looked.value = null;
  }
}
