import { afterEach, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import type { Engine } from '../../src/engines/engine.js';
import { generateReport, sampleCsv } from '../../src/index.js';
import { inLanes } from '../../src/metrics/lanes.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();

/** A SELECT that runs until it is stopped. */
const endless =
  'select count(*) as n from range(1000000000) as one, range(1000000) as other where one.range = -1';

describe('an engine with two lanes', () => {
  let engine: Engine | undefined;
  afterEach(() => engine?.close());

  it('runs a statement while another is under way', async () => {
    engine = await openDuckDb({ threads: 1, lanes: 2 });
    const first = engine.query(endless).catch(() => 'stopped');
    const second = await Promise.race([engine.query('select 7 as n'), first]);
    expect(second).toEqual([{ n: 7 }]);
    engine.cancel();
    expect(await first).toBe('stopped');
  });

  it('stops the statements of both', async () => {
    engine = await openDuckDb({ threads: 1, lanes: 2 });
    const both = Promise.allSettled([engine.query(endless), engine.query(endless)]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    engine.cancel();
    const codes = (await both).map(
      (ended) => ended.status === 'rejected' && (ended.reason as { code: string }).code,
    );
    expect(codes).toEqual(['cancelled', 'cancelled']);
  });

  it('has a third statement wait for one of the two, and runs it although that one failed', async () => {
    engine = await openDuckDb({ threads: 1, lanes: 2 });
    const [failed, ...fine] = await Promise.allSettled([
      engine.query('select no_such_column'),
      engine.query('select 1 as n'),
      engine.query('select 2 as n'),
      engine.query('select 3 as n'),
    ]);
    expect(failed.status).toBe('rejected');
    expect(fine.map((ended) => ended.status === 'fulfilled' && ended.value[0]?.['n'])).toEqual([1, 2, 3]);
  });

  it('makes the report that an engine with one makes', async () => {
    const path = await files.write([...sampleCsv({ chats: 2000, seed: 1 })].join(''));
    const [one, two] = [await openDuckDb({ threads: 1 }), await openDuckDb({ threads: 1, lanes: 2 })];
    expect([one.lanes, two.lanes]).toEqual([1, 2]);
    const report = await generateReport({ files: path }, { engine: two });
    expect(report).toEqual(await generateReport({ files: path }, { engine: one }));
    expect(Object.keys(report.tables)).toHaveLength(8);
  });
});

describe('works in lanes', () => {
  const told: string[] = [];
  const work = (name: string, milliseconds: number) => async (): Promise<void> => {
    told.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    told.push(`${name} ends`);
  };
  afterEach(() => void told.splice(0));

  it('run one after the other in one lane', async () => {
    await inLanes(1, [work('a', 5), work('b', 1)]);
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('run two at a time in two lanes, in their order', async () => {
    await inLanes(2, [work('a', 60), work('b', 5), work('c', 5)]);
    expect(told).toEqual(['a begins', 'b begins', 'b ends', 'c begins', 'c ends', 'a ends']);
  });

  it('end before the error of one is thrown, and none is begun after it', async () => {
    const fails = (): Promise<void> => Promise.reject(new Error('it fails'));
    await expect(inLanes(2, [work('a', 30), fails, work('c', 1)])).rejects.toThrow('it fails');
    expect(told).toEqual(['a begins', 'a ends']);
  });
});
