import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckDb } from '../../../src/engines/duckdb/duckdb-engine.js';
import type { Engine } from '../../../src/engines/engine.js';
import { times } from '../../tiers.js';
import { differences } from './differences.js';
import { readTable, type ReadTable } from './read-table.js';
import { writtenTable, type WrittenTable } from './table.js';

/** Tables are told apart by their seeds: the first one of a run is that of this seed, or of `CHAT_METRICS_SEED`. */
const firstSeed = Number(process.env['CHAT_METRICS_SEED'] ?? 20_261_201);
/** `CHAT_METRICS_TABLES` asks for a part of the long tests. */
const asked = Number(process.env['CHAT_METRICS_TABLES'] ?? Infinity);

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb({});
});
afterAll(() => engine.close());

/** All that is needed to see a table again. */
function told(seed: number, { what, bytes }: WrittenTable, said: readonly string[]): string {
  const label = /UTF-16[LB]E|Windows-1252/i.exec(what)?.[0] ?? 'utf-8';
  return [`seed ${String(seed)}: ${what}`, ...said, new TextDecoder(label).decode(bytes)].join('\n');
}

test('any table of chats in any supported writing is read back exactly, or not read with a reason, never as other figures', async () => {
  const tables = Math.min(asked, times(2000, 200_000));
  let refused = 0;
  for (let seed = firstSeed; seed < firstSeed + tables; seed += 1) {
    const table = writtenTable(seed);
    const read = await readTable(table.bytes);
    if (typeof read === 'string') refused += 1;
    else {
      const found = differences(table, read);
      if (found.length > 0) expect.soft(told(seed, table, [...found.slice(0, 5), ...read.notes])).toBe('');
    }
  }
  expect(refused / tables).toBeLessThan(0.05);
}, 3_600_000);

test('an engine reads such tables as the plain functions do that stand for its SQL', async () => {
  const tables = Math.min(asked, times(60, 3000));
  for (let seed = firstSeed; seed < firstSeed + tables; seed += 1) {
    const { bytes } = writtenTable(seed);
    const [plain, own] = [await readTable(bytes), await readTable(bytes, engine)];
    expect(shown(own), `seed ${String(seed)}`).toEqual(shown(plain));
  }
}, 900_000);

const fields = 'chat_id user_id closed_by closing_reason started_at ended_at assigned_at'.split(' ');

function shown(read: ReadTable | string): unknown {
  if (typeof read === 'string') return read;
  const { rows, rejected, scale, notes, warnings } = read;
  const seconds = (value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  const cells = rows.map((row) =>
    [...fields, 'agent_first_response_seconds', 'csat_score'].map((field) => seconds(row[field] ?? null)),
  );
  return { cells, rejected, scale, notes, warnings };
}
