import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { planFile, type FilePlan } from '../../src/chats/file-plan.js';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import type { Engine, ResultRow } from '../../src/engines/engine.js';
import { tempFiles } from '../chats/temp-files.js';

const files = tempFiles();

interface BothPaths {
  asItIs: ResultRow[];
  cleaned: ResultRow[];
}

async function rowsOf(engine: Engine, ordinal: number, plan: FilePlan): Promise<ResultRow[]> {
  await engine.readFile(ordinal, plan);
  return engine.query(`select * from raw_file_${String(ordinal)} order by rowid`);
}

/** The typed rows of a CSV text by both ways of reading it. */
async function bothPaths(csv: string | Uint8Array, engine: Engine, ordinal: number): Promise<BothPaths> {
  const path = await files.write(csv);
  const plan = await planFile(await fileSource(path), { map: {}, dateOrder: 'dmy' });
  const asItIs = await rowsOf(engine, ordinal, plan);
  const cleaned = await rowsOf(engine, ordinal + 1, { ...plan, csv: { ...plan.csv, isPlain: false } });
  await rm(path);
  return { asItIs, cleaned };
}

const sound = 'id1,Asha,15-02-2021 10:00:00,u1';
const piece = fc.constantFrom(
  'a', 'Bo', '1', '-', ' ', '  ', '\t', '"', '""', '"x"', '"x\ny"', '"x\r\ny"', "'", '\\', '\\"', '#', ';', '|', ',', '',
  '\u0000', '\u00a0', 'é', '\ufeff', '😀', '\v', '\u0085', '15-02-2021 10:00:00', 'null', 'NULL', '\r',
);
const cell = fc.oneof(
  fc.constantFrom('id2', 'Asha', '15-02-2021 10:00:00', '', '"q"', '"q, r"', '"a""b"', '"two\nlines"'),
  fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
);
const line = fc.oneof(
  { weight: 3, arbitrary: fc.constant(sound) },
  { weight: 6, arbitrary: fc.array(cell, { minLength: 4, maxLength: 4 }).map((cells) => cells.join(',')) },
  { weight: 1, arbitrary: fc.array(cell, { minLength: 0, maxLength: 6 }).map((cells) => cells.join(',')) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '   ', '\t', ',,,', '"', '""', '\r') },
);
const lineEnd = fc.oneof(
  { weight: 5, arbitrary: fc.constant('\n') },
  { weight: 2, arbitrary: fc.constant('\r\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r', '\n\n', '\r\n\r\n', ' \n') },
);
const csvText = fc
  .tuple(
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.boolean(),
    fc.array(fc.tuple(line, fc.option(lineEnd, { freq: 3 })), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('', '\ufeff'),
  )
  .map(([usual, hasEnd, lines, mark]) => {
    const body = lines.map(([text, end]) => `${text}${end ?? usual}`).join('');
    const whole = `${mark}RoomCode,ClosedBy,ChatStartTime,UserId${usual}${body}`;
    return hasEnd ? whole : whole.replace(/[\r\n]+$/, '');
  });

describe('a file read as it is has the same rows as its cleaned copy', () => {
  const runs = Number(process.env['CSV_RUNS'] ?? 400);

  it('for random texts with odd quotes, line ends, blanks and spaces', { timeout: 600_000 }, async () => {
    const engine = await openDuckDb({ threads: 1 });
    let ordinal = 0;
    const property = fc.asyncProperty(csvText, async (csv) => { if (/" +"/.test(csv)) return;
      const { asItIs, cleaned } = await bothPaths(csv, engine, (ordinal += 2));
      expect(asItIs).toEqual(cleaned);
    });
    try {
      await fc.assert(property, { numRuns: runs, seed: Number(process.env['CSV_SEED'] ?? 2021) });
    } finally {
      await engine.close();
    }
  });
});
