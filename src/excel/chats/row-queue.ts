import type { Row } from '../../report/report.js';

/** Rows that come in batches, taken in any number: no more than a batch is held. */
export class RowQueue {
  readonly #batches: AsyncIterator<Row[]>;
  #held: Row[] = [];

  constructor(batches: AsyncIterable<Row[]>) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  /** The next rows, which are not taken yet: so many at least, fewer only at the end. */
  async peek(least: number): Promise<readonly Row[]> {
    while (this.#held.length < least) {
      const next = await this.#batches.next();
      if (next.done) break;
      this.#held = this.#held.length === 0 ? next.value : [...this.#held, ...next.value];
    }
    return this.#held;
  }

  /**
   * Takes so many rows, some at a time.
   * @throws Error when there are fewer.
   */
  async *take(count: number, most: number): AsyncGenerator<readonly Row[]> {
    for (let missing = count; missing > 0;) {
      const rows = await this.peek(1);
      if (rows.length === 0) throw new Error(`${String(missing)} chats fewer than the report counts`);
      const taken = rows.slice(0, Math.min(missing, most));
      this.#held = rows.slice(taken.length);
      missing -= taken.length;
      yield taken;
    }
  }

  /** Asks for no more rows. */
  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
