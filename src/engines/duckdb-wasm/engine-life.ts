import { UserError, exitCodes } from '../../errors.js';
import { cancelled } from '../cancelled.js';

/** A worker and what waits for it: work that the worker would leave without an answer fails when it ends. */
export class EngineLife {
  readonly #worker: Worker;
  readonly #waiting = new Set<(reason: UserError) => void>();
  #end: UserError | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#endWith(engineFailed(event.message || 'its worker did not start'));
    });
  }

  /** The outcome of work, or the reason why the worker ended before it. */
  while<Result>(work: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#end !== null) return reject(this.#end);
      this.#waiting.add(reject);
      work.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }

  /** Ends the worker; what waits for it fails with `cancelled`. */
  end(): void {
    this.#endWith(cancelled());
  }

  #endWith(reason: UserError): void {
    if (this.#end !== null) return;
    this.#end = reason;
    this.#worker.terminate();
    for (const reject of this.#waiting) reject(reason);
    this.#waiting.clear();
  }
}

/** The engine cannot be started, or has broken down. */
export function engineFailed(what: string): UserError {
  return new UserError({
    code: 'engine_failed',
    message: `The engine in this browser stopped: ${what}`,
    hint: 'Load the page again. If it stays so, make the report on the command line: chat-metrics report FILE',
    exitCode: exitCodes.unusableInput,
  });
}
