import type { DateEvidence, OrderFit } from '../../reading/dates/evidence.js';
import type { FilePlan } from '../../reading/plan.js';
import { cancelled } from '../../engines/cancelled.js';
import type { ColumnTypes, Engine, RawFile, ReadResult, ResultRow } from '../../engines/engine.js';

/**
 * An engine whose work as a whole can be stopped, not its running statement alone: whatever is asked of it afterwards fails
 * with `cancelled`, until `go`.
 */
export class StoppableEngine implements Engine {
  readonly name: string;
  readonly #engine: Engine;
  #stopped: 'no' | 'yes' | 'after reading' = 'no';

  constructor(engine: Engine) {
    this.name = engine.name;
    this.#engine = engine;
  }

  /** Stops everything. */
  stop(): void {
    this.#stopped = 'yes';
    this.#engine.cancel();
  }

  /** Stops everything but the reading of files. */
  stopAfterReading(): void {
    if (this.#stopped === 'no') this.#stopped = 'after reading';
  }

  /** Is ready for new work. */
  go(): void {
    this.#stopped = 'no';
  }

  readFile(ordinal: number, plan: FilePlan): Promise<ReadResult> {
    return this.#reading(() => this.#engine.readFile(ordinal, plan));
  }

  dateEvidence(ordinal: number, plan: FilePlan): Promise<DateEvidence> {
    return this.#reading(() => this.#engine.dateEvidence(ordinal, plan));
  }

  orderFit(ordinal: number, plan: FilePlan, isSwapped: boolean): Promise<OrderFit> {
    return this.#reading(() => this.#engine.orderFit(ordinal, plan, isSwapped));
  }

  openRawChats(files: readonly RawFile[]): Promise<void> {
    return this.#work(() => this.#engine.openRawChats(files));
  }

  createTable(name: string, select: string): Promise<void> {
    return this.#work(() => this.#engine.createTable(name, select));
  }

  createView(name: string, select: string): Promise<void> {
    return this.#work(() => this.#engine.createView(name, select));
  }

  insert(name: string, types: ColumnTypes, rows: readonly ResultRow[]): Promise<void> {
    return this.#work(() => this.#engine.insert(name, types, rows));
  }

  query(select: string): Promise<ResultRow[]> {
    return this.#work(() => this.#engine.query(select));
  }

  async *rows(select: string): AsyncGenerator<ResultRow[]> {
    for await (const batch of this.#engine.rows(select)) {
      if (this.#stopped !== 'no') throw cancelled();
      yield batch;
    }
  }

  progress(): number | null {
    return this.#engine.progress();
  }

  cancel(): void {
    this.#engine.cancel();
  }

  close(): Promise<void> {
    return this.#engine.close();
  }

  async #work<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#stopped !== 'no') throw cancelled();
    return work();
  }

  async #reading<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#stopped === 'yes') throw cancelled();
    return work();
  }
}
