import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import type { Engine } from '../../src/engines/engine.js';
import { tempFiles } from '../reading/temp-files.js';
import { someOf } from '../tiers.js';
import { openChdb } from './clickhouse/chdb.js';
import { conformanceCases, type Kit } from './conformance.js';
import { clickHouse } from './dialects.js';
import { countingInputs } from './report-inputs.js';
import { differences } from './same-report.js';
import { withChats } from './with-chats.js';

const files = tempFiles();
let engine: Engine;
let native: Engine;
beforeAll(async () => {
  ({ engine } = await openChdb());
  native = await openDuckDb({ threads: 1 });
});
afterAll(() => Promise.all([engine.close(), native.close()]));

const source: Kit['source'] = async (name, content) =>
  fileSource(await files.write(content, crypto.randomUUID()), name);

describe('ClickHouse in this process', () => {
  it.each(conformanceCases.map((one) => [one.name, one] as const))('%s', async (_, { run, expected }) => {
    expect(differences(expected, await run({ engine, source, dialect: clickHouse }))).toEqual([]);
  });
});

describe('the report and its chats by ClickHouse are those of DuckDB:', () => {
  it.each(someOf(countingInputs, 8).map((one) => [one.name, one] as const))(
    '%s',
    async (_, { files: write, options }) => {
      const paths = new Map<string, string>();
      const names = await write(async (name, content) => {
        paths.set(name, await files.write(content, crypto.randomUUID()));
        return paths.get(name) ?? '';
      });
      const sources = await Promise.all(names.map((name) => fileSource(paths.get(name) ?? '', name)));
      const [expected, actual] = [
        await withChats(sources, options, native),
        await withChats(sources, options, engine),
      ];
      expect(expected.report.data_quality.rows_read).toBeGreaterThan(0);
      const sameEngine = { ...actual.report, source: { ...actual.report.source, engine: native.name } };
      expect(differences(expected, { ...actual, report: sameEngine })).toEqual([]);
    },
  );
});
