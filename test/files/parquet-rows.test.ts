import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf } from '../../src/files/kind.js';
import { parquetRows } from '../../src/files/parquet/parquet-rows.js';
import { allFields, allRows, endingOf, sourceOf } from './sources.js';

const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-parquet-'));
let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
/** The bytes of a Parquet file with what a query gives. */
async function parquet(query: string, options = 'compression snappy'): Promise<Uint8Array> {
  const path = join(folder, `${(files += 1)}.parquet`);
  await connection.run(`copy (${query}) to '${path}' (format parquet, ${options})`);
  return readFileSync(path);
}

async function valueOf(expression: string): Promise<string | undefined> {
  const [first] = await allFields(
    await parquetRows(sourceOf(await parquet(`select ${expression} as v`), 'a.parquet')),
  );
  return first?.[0];
}

describe('every type of a Parquet column becomes text', () => {
  test.each([
    ["'text é 東京'", 'text é 東京'],
    ["''", ''],
    ['null::varchar', ''],
    ['true', 'true'],
    ['8528073::int', '8528073'],
    ['-5::tinyint', '-5'],
    ['4294967295::uinteger', '4294967295'],
    ['9223372036854775807::bigint', '9223372036854775807'],
    ['18446744073709551615::ubigint', '18446744073709551615'],
    ['0.1::double', '0.1'],
    ['1e-9::double', '0.000000001'],
    ['1e21::double', '1000000000000000000000'],
    ['12.30::decimal(4,2)', '12.30'],
    ['-0.05::decimal(9,2)', '-0.05'],
    ['-1234567890123456.78::decimal(18,2)', '-1234567890123456.78'],
    ['12345678901234567890123456789012345.678::decimal(38,3)', '12345678901234567890123456789012345.678'],
    ['-7::decimal(38,0)', '-7'],
    ["date '2021-02-01'", '2021-02-01'],
    ["date '1969-12-31'", '1969-12-31'],
    ["timestamp '2021-02-01 10:05:00'", '2021-02-01 10:05:00'],
    ["timestamp '2021-02-01 10:05:00.123456'", '2021-02-01 10:05:00.123'],
    ["timestamp '1969-12-31 23:59:59.9999'", '1969-12-31 23:59:59.999'],
    ["timestamp_ns '2021-02-01 10:05:00.5'", '2021-02-01 10:05:00.500'],
    ["timestamp_ms '2021-02-01 10:05:00.5'", '2021-02-01 10:05:00.500'],
    ["timestamptz '2021-02-01 10:05:00+02'", '2021-02-01 08:05:00Z'],
    ["time '10:05:07'", '10:05:07'],
    ["time '00:00:04.25'", '0:00:04.250'],
    ["interval '90 minutes 5 seconds'", '1:30:05'],
    ["interval '2 days'", '48:00:00'],
    ["interval '1 month'", '1 months'],
    ["'123e4567-e89b-12d3-a456-426614174000'::uuid", '123e4567-e89b-12d3-a456-426614174000'],
    ["'abc'::blob", 'abc'],
    ['\'{"a": 1.50}\'::json', '{"a": 1.50}'],
    ["'x'::enum('x', 'y')", 'x'],
    ["['a', 'b', null]", 'a;b'],
    ['[1.5, 1e-9]', '1.5;0.000000001'],
    ["[timestamp '2021-02-01 10:05:00']", '2021-02-01 10:05:00'],
    ['[9223372036854775807]', '9223372036854775807'],
    ["[{'a': 1}]", '[{"a":1}]'],
  ])('%s', async (expression, text) => {
    await connection.run('load json').catch(() => undefined);
    expect(await valueOf(expression)).toBe(text);
  });

  test('fields of a group are columns of their own', async () => {
    const query =
      "select 1 as id, {'first': 4, 'inner': {'wait': 2.5}} as statistics union all select 2, null order by id";
    const table = await parquetRows(sourceOf(await parquet(query), 'a.parquet'));
    expect(table).toMatchObject({
      headings: ['id', 'statistics.first', 'statistics.inner.wait'],
      headingLine: 0,
      sheetName: null,
    });
    expect(await allFields(table)).toEqual([
      ['1', '4', '2.5'],
      ['2', '', ''],
    ]);
  });
});

describe('a Parquet file is read whole', () => {
  const query = `select range as id, case when range % 3 = 0 then null else 'agent ' || range % 5 end as agent,
    timestamp '2021-02-01' + to_seconds(range) as start, (range % 7)::decimal(9,1) as rating from range(6000)`;

  test.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])(
    'packed by %s, in several row groups',
    async (codec) => {
      const bytes = await parquet(query, `compression ${codec}, row_group_size 2048`);
      expect(await kindOf(sourceOf(bytes, 'a.csv'))).toBe('parquet');
      const table = await parquetRows(sourceOf(bytes, 'a.parquet', 1000));
      const rows = await allRows(table);
      expect(rows).toHaveLength(6000);
      expect(rows[5999]).toEqual({
        line: 6000,
        raw: '5999\tagent 4\t2021-02-01 01:39:59\t0.0',
        fields: ['5999', 'agent 4', '2021-02-01 01:39:59', '0.0'],
        reason: null,
      });
      expect(rows.every(({ fields, line }) => fields?.[0] === `${line - 1}`)).toBe(true);
      expect(rows.filter(({ fields }) => fields?.[1] === '')).toHaveLength(2000);
    },
  );

  test('the newer encodings', async () => {
    const rows = await allRows(
      await parquetRows(sourceOf(await parquet(query, 'parquet_version v2'), 'a.parquet')),
    );
    expect(rows[4]?.fields).toEqual(['4', 'agent 4', '2021-02-01 00:00:04', '4.0']);
  });

  test('no rows', async () => {
    const table = await parquetRows(sourceOf(await parquet('select 1 as id where false'), 'a.parquet'));
    expect(table.headings).toEqual(['id']);
    expect(await allRows(table)).toEqual([]);
  });

  test('one that is cut off, or has wrong bytes, ends in a clear message', async () => {
    const bytes = await parquet(query);
    const middle = bytes.map((byte, at) => (at > 100 && at < 3000 ? byte ^ 0x5a : byte));
    const footer = bytes.map((byte, at) =>
      at > bytes.length - 200 && at < bytes.length - 8 ? byte ^ 0x5a : byte,
    );
    for (const broken of [bytes.subarray(0, bytes.length - 20), bytes.subarray(0, 6), middle, footer]) {
      const ending = await endingOf(async () => allRows(await parquetRows(sourceOf(broken, 'a.parquet'))));
      expect(ending.code).toBe('broken_parquet');
      expect(ending.message).toMatch(/^a.parquet is a Parquet file that cannot be read: .*\.$/);
      expect(ending.hint).toBe('Export or download it again, or export it as CSV.');
    }
  });

  test('one that is too large for memory', async () => {
    const file = { ...sourceOf('PAR1', 'a.parquet'), bytes: 600 << 20 };
    expect(await endingOf(() => parquetRows(file))).toEqual({
      code: 'parquet_too_large',
      message: 'a.parquet is a Parquet file of more than 512 MB.',
      hint: 'Export it in several files, or as CSV, which has no such limit.',
    });
  });
});
