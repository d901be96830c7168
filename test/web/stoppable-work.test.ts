import { expect, test } from 'vitest';
import type { Engine } from '../../src/engines/engine.js';
import type { FilePlan } from '../../src/reading/plan.js';
import { StoppableWork } from '../../src/web/worker/stoppable-work.js';

const plan = {} as FilePlan;
let cancels = 0;

/** An engine whose methods, as those of real ones, need their own `this`. */
class OneRow {
  readonly #rows = [{ one: 1 }];
  readonly name = 'one row';
  readonly lanes = 3;
  readonly kept = { recall: () => Promise.resolve('text') };
  readFile = () => Promise.resolve({ rejected: new Map() });
  query() {
    return Promise.resolve(this.#rows);
  }
  *rows() {
    yield this.#rows;
    yield this.#rows;
  }
  progress() {
    return this.#rows.length;
  }
  cancel() {
    cancels += this.#rows.length;
  }
}

const newWork = (): StoppableWork => new StoppableWork(new OneRow() as unknown as Engine);

test('an engine that can be stopped has all that its engine has', async () => {
  const { engine } = newWork();
  expect([engine.name, engine.lanes, engine.progress()]).toEqual(['one row', 3, 1]);
  expect(await engine.kept?.recall(0, plan, '')).toBe('text');
  expect(await engine.query('select 1')).toEqual([{ one: 1 }]);
  for await (const rows of engine.rows('select 1')) expect(rows).toEqual([{ one: 1 }]);
});

test('what is asked of a stopped engine fails until it goes on; its running statement is cancelled', async () => {
  const work = newWork();
  const before = cancels;
  work.stop();
  expect(cancels).toBe(before + 1);
  await expect(work.engine.query('select 1')).rejects.toMatchObject({ code: 'cancelled' });
  await expect(work.engine.readFile(0, plan)).rejects.toMatchObject({ code: 'cancelled' });
  expect(work.engine.progress()).toBe(1);
  work.go();
  expect(await work.engine.query('select 1')).toHaveLength(1);
});

test('stopped after reading, files are read on and nothing else is done; all can still be stopped', async () => {
  const work = newWork();
  work.stopAfterReading();
  expect(await work.engine.readFile(0, plan)).toEqual({ rejected: new Map() });
  await expect(work.engine.query('select 1')).rejects.toMatchObject({ code: 'cancelled' });
  work.stop();
  work.stopAfterReading();
  await expect(work.engine.readFile(0, plan)).rejects.toMatchObject({ code: 'cancelled' });
});

test('rows end with the next batch once they are stopped', async () => {
  const work = newWork();
  const rows = work.engine.rows('select 1')[Symbol.asyncIterator]();
  expect((await rows.next()).done).toBe(false);
  work.stop();
  await expect(rows.next()).rejects.toMatchObject({ code: 'cancelled' });
});
