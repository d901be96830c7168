import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../../src/engines/duckdb/duckdb-engine.js';
import type { Engine } from '../../../src/engines/engine.js';
import { readTimes, type ReadTimes } from './read-times.js';
import { tempFiles } from '../temp-files.js';

const files = tempFiles();
let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
});
afterAll(() => engine.close());

/** Files, each with a chat at every one of its dates. */
async function read(...starts: readonly string[][]): Promise<ReadTimes> {
  const paths = starts.map(async (dates) => {
    const rows = dates.map((date, at) => `${String(at)},Asha,${date} 10:00\n`);
    return files.write(`RoomCode,ClosedBy,ChatStartTime\n${rows.join('')}`);
  });
  return readTimes(engine, await Promise.all(paths));
}

describe('where orders tie, it is said that they tie', () => {
  it('by as many dates that have but one order', async () => {
    const { orders, notes } = await read(['02/13/2021', '15/02/2021', '03/02/2021']);
    expect(orders).toEqual(['dmy']);
    expect(notes).toEqual([
      expect.stringMatching(
        /dates contradict each other: 1 date can only be day-month-year, 1 date only month-day-year: they tie, and day-first is the default\. If that is wrong: --date-order mdy\.$/,
      ),
    ]);
    expect((await read(['02/13/2021', '02/14/2021', '15/02/2021'])).notes).toEqual([
      expect.stringMatching(/2 dates can only be month-day-year, .*: the majority decides\.$/),
    ]);
  });

  it('by all that can be compared', async () => {
    const { orders, notes } = await read(['02/03/2021']);
    expect(orders).toEqual(['dmy']);
    expect(notes).toEqual([
      expect.stringMatching(
        /so no date decides; read as day-month-year: it ties with month-day-year, for which as much speaks, and day-first is the default\. If that is wrong: --date-order mdy\.$/,
      ),
    ]);
  });

  it('where all three are possible', async () => {
    const { orders, evidence } = await read(['01/02/03']);
    expect(orders).toEqual(['dmy']);
    expect(evidence[0]).toContain('it ties with month-day-year and year-month-day, for which');
  });

  it('and an order that fits worse is not taken', async () => {
    // 5 May of two years by day or month first; 3 and 4 May 2005 by year first
    const { orders, evidence } = await read(['05/05/03', '05/05/04']);
    expect(orders).toEqual(['ymd']);
    expect(evidence[0]).toContain('under it the chats lie closer together');
  });

  it('between other files with the same headings, and their chats do not decide', async () => {
    const { orders, evidence } = await read(['02/03/2021'], ['13/02/2021'], ['02/13/2021']);
    expect(orders).toEqual(['dmy', 'dmy', 'mdy']);
    expect(evidence[0]).toMatch(/: other files with the same headings tie, and it ties with month-day-year/);
    const more = await read(['02/03/2021'], ['13/02/2021'], ['02/13/2021'], ['02/14/2021']);
    expect(more.orders).toEqual(['mdy', 'dmy', 'mdy', 'mdy']);
    expect(more.evidence[0]).toMatch(/taken from .*, one of 2 such files with the same headings$/);
  });
});
