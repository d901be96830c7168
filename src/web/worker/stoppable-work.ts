import { cancelled } from '../../engines/cancelled.js';
import type { Engine, Life, Reader, ResultRow, Sql } from '../../engines/engine.js';

type Call = (...given: unknown[]) => unknown;

/** What goes on where only the work after the reading of files is stopped. */
const readingFiles: readonly PropertyKey[] = [
  'readFile',
  'dateEvidence',
  'orderFit',
] satisfies (keyof Reader)[];

/** What is never stopped. */
const life: readonly PropertyKey[] = ['progress', 'cancel', 'close'] satisfies (keyof Life)[];

/** An engine's work as a whole, which can be stopped, not its running statement alone. */
export class StoppableWork {
  /** The engine: all of it, but after a stop whatever is asked of it fails with `cancelled`, until `go`. */
  readonly engine: Engine;
  readonly #life: Life;
  #stopped: 'no' | 'yes' | 'after reading' = 'no';

  constructor(engine: Engine) {
    this.#life = engine;
    this.engine = new Proxy(engine, {
      get: (_, key) => {
        const value: unknown = Reflect.get(engine, key);
        if (typeof value !== 'function') return value;
        const call = value.bind(engine) as Call;
        if (key === 'rows') return this.#stoppableRows(engine);
        return life.includes(key) ? call : this.#stoppable(key, call);
      },
    });
  }

  /** Stops everything. */
  stop(): void {
    this.#stopped = 'yes';
    this.#life.cancel();
  }

  /** Stops everything but the reading of files. */
  stopAfterReading(): void {
    if (this.#stopped === 'no') this.#stopped = 'after reading';
  }

  /** Is ready for new work. */
  go(): void {
    this.#stopped = 'no';
  }

  #stoppable(key: PropertyKey, call: Call): Call {
    const isOpen = (): boolean =>
      this.#stopped === 'no' || (this.#stopped === 'after reading' && readingFiles.includes(key));
    return (...given) => (isOpen() ? call(...given) : Promise.reject(cancelled()));
  }

  #stoppableRows(sql: Sql): Sql['rows'] {
    const isStopped = (): boolean => this.#stopped !== 'no';
    return async function* (select): AsyncGenerator<ResultRow[]> {
      for await (const batch of sql.rows(select)) {
        if (isStopped()) throw cancelled();
        yield batch;
      }
    };
  }
}
