import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import type { Engine } from '../../src/engines/engine.js';
import type { Input, Reply, Request } from '../../src/web/protocol.js';
import { ReportService } from '../../src/web/worker/service.js';

export type Told<Type extends Reply['type']> = Extract<Reply, { type: Type }>;

/** A service on the engine of this computer, in which faults can be made. */
export class Desk {
  readonly replies: Reply[] = [];
  readonly engines: Engine[] = [];
  /** Takes the place of the next calls of an engine, as long as it is there. */
  fault: Partial<Engine> = {};
  openingFails: Error | null = null;
  #waiting: (() => void)[] = [];
  #job = 0;
  readonly #service = new ReportService({
    post: (reply) => {
      this.replies.push(reply);
      for (const look of this.#waiting) look();
    },
    openEngine: () => this.#openEngine(),
  });

  async #openEngine(): Promise<Engine> {
    if (this.openingFails) throw this.openingFails;
    const engine = await openDuckDb({ threads: 1 });
    this.engines.push(engine);
    return new Proxy(engine, {
      get: (target, name) => {
        const own: unknown = Reflect.get(this.fault, name) ?? Reflect.get(target, name, target);
        return typeof own === 'function' ? own.bind(target) : own;
      },
    });
  }

  start(): this {
    this.send({ type: 'load', engine: { workerUrl: '', engineUrl: '', wasmUrl: '' } });
    return this;
  }

  send(request: Request): void {
    this.#service.receive(request);
  }

  /** Asks for something; its number. */
  ask(
    request:
      | { type: 'open'; input: Input; options?: object }
      | { type: 'look' | 'report'; options?: object }
      | { type: 'behind'; options: readonly object[] }
      | { type: 'download'; kind: Extract<Request, { type: 'download' }>['kind']; options?: object },
  ): number {
    this.#job += 1;
    this.send({ options: {}, ...request, job: this.#job } as Request);
    return this.#job;
  }

  /** Waits for the reply of a kind to a job. */
  async reply<Type extends Reply['type']>(type: Type, job?: number): Promise<Told<Type>> {
    const find = () =>
      this.replies.find(
        (one) => one.type === type && (job === undefined || ('job' in one && one.job === job)),
      );
    for (let found = find(); ; found = find()) {
      if (found) return found as Told<Type>;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  report(options: object = {}): Promise<Told<'report'>> {
    return this.reply('report', this.ask({ type: 'report', options }));
  }
}

/** A file of the page. */
export const file = (name: string, content: string): Input => ({
  files: [{ name, blob: new Blob([content]) }],
});
