import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { OutputId } from '../../outputs/outputs.js';
import type { Closer, FileLooked, FileRead, Input, PlainError, Progress } from '../protocol.js';
import type { Report } from '../../report/report.js';
import type { View } from './address.js';
import type { Behind } from './behind.js';
import { settingsProblems, type Filters, type Settings } from './settings.js';

/**
 * Where the page is: nothing is open; a file is looked at; its columns are asked about; a report is made (the one before
 * stays); there is a report; something went wrong.
 */
export type Phase = 'start' | 'looking' | 'mapping' | 'computing' | 'report' | 'failed';

/** Everything that the page shows, as signals; only the actions change them. */
export interface State {
  phase: Signal<Phase>;
  settings: Signal<Settings>;
  filters: Signal<Filters>;
  view: Signal<View>;
  input: Signal<Input | null>;
  /** What the beginning of the files shows. */
  looked: Signal<FileLooked[] | null>;
  /** How the files are read, once they are read whole. */
  read: Signal<FileRead[] | null>;
  report: Signal<Report | null>;
  /** What charts show that are filtered by their own marks. */
  behind: Signal<Behind>;
  closers: Signal<Closer[]>;
  progress: Signal<Progress | null>;
  error: Signal<PlainError | null>;
  /** A download that is being written. */
  downloading: Signal<OutputId | null>;
  engine: Signal<'unknown' | 'loading' | 'ready' | 'failed'>;
  /** The names of files that were open when the page was loaded again. */
  lost: Signal<string[]>;
  /** What is wrong with the settings, by setting. */
  problems: ReadonlySignal<ReturnType<typeof settingsProblems>>;
}

export function newState(): State {
  const settings = signal<Settings>({});
  return {
    settings,
    phase: signal<Phase>('start'),
    report: signal<Report | null>(null),
    behind: signal<Behind>({}),
    filters: signal<Filters>({}),
    view: signal<View>('report'),
    input: signal<Input | null>(null),
    looked: signal<FileLooked[] | null>(null),
    read: signal<FileRead[] | null>(null),
    closers: signal<Closer[]>([]),
    progress: signal<Progress | null>(null),
    error: signal<PlainError | null>(null),
    downloading: signal<OutputId | null>(null),
    engine: signal<State['engine']['value']>('unknown'),
    lost: signal<string[]>([]),
    problems: computed(() => settingsProblems(settings.value)),
  };
}
