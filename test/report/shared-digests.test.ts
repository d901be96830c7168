import { expect, it } from 'vitest';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import type { Engine } from '../../src/engines/engine.js';
import { parseOptions } from '../../src/options/options.js';
import { makeReport } from '../../src/report/generate.js';
import type { Report } from '../../src/report/report.js';
import { sampleCsv } from '../../src/sample/sample.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const [heading = '', ...rows] = [...sampleCsv({ chats: 3000, seed: 3 })].join('').trimEnd().split('\n');
const withoutUser = rows.slice(0, 50).map((row) => row.replace(/^([^,]*),[^,]*,/, '9$1,,'));
const content = [heading, ...rows, ...rows.slice(0, 200), ...withoutUser].join('\n');

/** The engine, but all texts have one digest. */
function withoutDigests(engine: Engine): { engine: Engine; digests: () => number } {
  let digests = 0;
  const rewritten = (select: string): string =>
    select.replace(/key_digest\(([\w.]+)\)/g, (_, text: string) => {
      digests += 1;
      return `cast(${text} is not null as integer)`;
    });
  const weak = new Proxy(engine, {
    get: (target, name) => {
      if (name === 'query') return (select: string) => target.query(rewritten(select));
      if (name === 'createTable')
        return (table: string, select: string) => target.createTable(table, rewritten(select));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { engine: weak, digests: () => digests };
}

async function reportBy(engine: Engine): Promise<Report> {
  const file = await fileSource(await files.write(content, 'chats.csv'));
  return makeReport([file], parseOptions({ created: '2026-01-01' }), { engine });
}

it('chats and users whose ids share a digest are told apart', async () => {
  const weak = withoutDigests(await openDuckDb());
  const [told, usual] = [await reportBy(weak.engine), await reportBy(await openDuckDb())];
  expect(weak.digests()).toBeGreaterThan(5);
  expect(told).toEqual(usual);
  expect(usual.data_quality.rows_duplicate).toBe(200);
  expect(usual.tables.chat_metrics[0]?.['returning_users']).toBeGreaterThan(10);
});
