import { tableIds } from '../../metrics/catalog.js';
import type { Progress } from '../protocol.js';
import type { BytesRead } from './sources.js';

/** What is known of a file before it is read. */
export interface FileSize {
  bytes: number;
  rowsGuess: number | null;
}

/** Shares of a report from nothing on, in percent: reading ends here, and tables begin here. */
const readingEnds = 75;
const tablesBegin = 82;

/** How far a report is. */
export class ReportProgress {
  #step = 'Starting';
  #files = 0;
  #tables = 0;
  /** What was told of bytes so far: it never goes back, and a file that must be cleaned first is gone through twice. */
  #most = 0;
  readonly #sizes: readonly FileSize[];
  readonly #reads: readonly BytesRead[];

  constructor(sizes: readonly FileSize[], reads: readonly BytesRead[]) {
    this.#sizes = sizes;
    this.#reads = reads;
  }

  /** Takes the steps as `onStep` of a report names them. */
  step(step: string): void {
    this.#step = step;
    if (step.startsWith('Reading')) this.#files += 1;
    if (step.startsWith('Computing')) this.#tables += 1;
  }

  get isReading(): boolean {
    return this.#step.startsWith('Reading');
  }

  /** `enginePercent`: how far the engine's running statement is. */
  now(enginePercent: number | null): Progress {
    const now = this.#bytesRead(enginePercent);
    const bytes = (this.#most = Math.max(this.#most, now));
    const totalBytes = this.#sizes.reduce((sum, size) => sum + size.bytes, 0);
    const hasRead = this.#files > 0;
    return {
      step: this.#step,
      percent: this.#percent(
        totalBytes === 0 ? 0 : bytes / totalBytes,
        now === bytes && enginePercent !== null,
      ),
      rows: hasRead ? this.#rows(bytes, totalBytes) : null,
      bytes: hasRead ? bytes : null,
      totalBytes: hasRead ? totalBytes : null,
    };
  }

  /** Null where a file has been gone through and the engine does not tell how much of it is taken in. */
  #percent(readShare: number, isKnown: boolean): number | null {
    if (this.isReading) return readShare < 1 || isKnown ? readShare * readingEnds : null;
    const tables = Math.min(1, this.#tables / (tableIds.length + 1));
    if (this.#tables === 0) return this.#files > 0 ? readingEnds : 0;
    return this.#files > 0 ? tablesBegin + tables * (100 - tablesBegin) : tables * 100;
  }

  /** All files before the one at work are read. */
  #bytesRead(enginePercent: number | null): number {
    const sum = this.#sizes.slice(0, this.#files).reduce((all, size) => all + size.bytes, 0);
    if (!this.isReading) return sum;
    const size = this.#sizes[this.#files - 1]?.bytes ?? 0;
    const streamed = Math.min(size, this.#reads[this.#files - 1]?.bytes ?? 0);
    return sum - size + (enginePercent === null ? streamed : (size * enginePercent) / 100);
  }

  #rows(bytes: number, totalBytes: number): number | null {
    const guesses = this.#sizes.map(({ rowsGuess }) => rowsGuess);
    const rows = guesses.reduce((sum: number, guess) => sum + (guess ?? 0), 0);
    return guesses.includes(null) || totalBytes === 0 ? null : Math.round((rows * bytes) / totalBytes);
  }
}
