import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { planFile, type FilePlan } from '../../src/chats/file-plan.js';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import type { Engine, ResultRow } from '../../src/engines/engine.js';
import { parseOptions } from '../../src/options/options.js';
import { readingChoices } from '../../src/report/reading-choices.js';
import { tempFiles } from '../chats/temp-files.js';
import { times } from '../tiers.js';

const files = tempFiles();

interface BothPaths {
  asItIs: ResultRow[];
  cleaned: ResultRow[];
}

async function rowsOf(engine: Engine, ordinal: number, plan: FilePlan): Promise<ResultRow[]> {
  await engine.readFile(ordinal, plan);
  return engine.query(`select * from raw_file_${String(ordinal)} order by row_number`);
}

/** The typed rows of a CSV text by both ways of reading it. */
async function bothPaths(csv: string | Uint8Array, engine: Engine, ordinal: number): Promise<BothPaths> {
  const path = await files.write(csv);
  const plan = await planFile(await fileSource(path), readingChoices(parseOptions({ dateOrder: 'dmy' })));
  const asItIs = await rowsOf(engine, ordinal, plan);
  const cleaned = await rowsOf(engine, ordinal + 1, { ...plan, plainCsv: null });
  await rm(path);
  return { asItIs, cleaned };
}

const sound = 'id1,Asha,15-02-2021 10:00:00,u1';
const piece = fc.constantFrom(
  'a',
  'Bo',
  '1',
  '-',
  ' ',
  '  ',
  '\t',
  '"',
  '""',
  '"x"',
  '"x\ny"',
  '"x\r\ny"',
  "'",
  '\\',
  '\\"',
  '#',
  ';',
  '|',
  ',',
  '',
  '\u0000',
  '\u00a0',
  'é',
  '\ufeff',
  '😀',
  '\v',
  '\u0085',
  '15-02-2021 10:00:00',
  'null',
  'NULL',
  '\r',
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
    fc.constantFrom(',', ',', ';', '\t', '|'),
    fc.boolean(),
    fc.array(fc.tuple(line, fc.option(lineEnd, { freq: 3 })), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('', '\ufeff'),
  )
  .map(([usual, delimiter, hasEnd, lines, mark]) => {
    const body = lines.map(([text, end]) => `${text}${end ?? usual}`).join('');
    const whole = `${mark}RoomCode,ClosedBy,ChatStartTime,UserId${usual}${body}`;
    const delimited = delimiter === ',' ? whole : whole.replaceAll(',', delimiter);
    return hasEnd ? delimited : delimited.replace(/[\r\n]+$/, '');
  });

const heading = 'RoomCode,ClosedBy,ChatStartTime,UserId\n';
const known: [string, string | Uint8Array][] = [
  ['spaces between two quoted pieces of a field', `${heading}id2,""  "x\ny",,id2\n${sound}\n`],
  ['spaces before a quoted field', `${heading}id2,,  "",id2\n${sound}\n`],
  ['spaces after a quoted field', `${heading}id2,"a"  ,,id2\n${sound}\n`],
  ['a CR alone at the end of a line', `${heading}id2,a,b,c\r${sound}`],
  ['a CR alone in the heading', `RoomCode\r,ClosedBy,ChatStartTime,UserId\n${sound}\n`],
  ['a CR alone in a first field that needs quotes', `${heading}\r,id2,id2,\n${sound}`],
  ['one row and no last line end', `${heading.replace('\n', '\r\n')}${sound}`],
  ['a heading in quotes', `"RoomCode","ClosedBy","ChatStartTime","UserId"\n${sound}\n`],
  ['a NUL', `${heading}id2,a\u0000b,c,d\n${sound}\n`],
  ['a NUL beyond the last heading', `${heading},,,id2,\u0000\n${sound}\n`],
  ['only NULs in a field', `${heading}id2,\u0000,c,d\n${sound}\n`],
  [
    'a broken character',
    Buffer.concat([Buffer.from(`${heading}é,`), Buffer.from([0xff]), Buffer.from(`,c,d\n${sound}\n`)]),
  ],
  ['a backslash before a quote', `${heading}id2,"a\\",c,d\n${sound}\n`],
  ['a quote that is never closed', `${heading}id2,"a,c,d\n${sound}\n${sound}\n`],
  ['short and long rows', `${heading}id2\n${sound},,\n${sound},x\n${sound}\n`],
  ['a record just under 2 MB', `${heading}id2,${'y'.repeat(1_999_980)},c,d\n${sound}\n`],
  ['a record of 2 MB', `${heading}id2,${'y'.repeat(2_000_000 - 8)},c,d\n${sound}\n`],
  ['a record over 2 MB', `${heading}id2,${'y'.repeat(2_000_100)},c,d\n${sound}\n`],
  ['a record over 2 MB in quotes', `${heading}id2,"${'y\n'.repeat(1_000_100)}",c,d\n${sound}\n`],
];

describe('a file read as it is has the same rows as its cleaned copy', () => {
  let engine: Engine;
  let ordinal = 0;
  beforeAll(async () => {
    engine = await openDuckDb({ threads: 1, folders: [files.path('')] });
  });
  afterAll(() => engine.close());

  it.each(known)('for a text with %s, plain and zipped', async (_, csv) => {
    const plain = await bothPaths(csv, engine, (ordinal += 2));
    expect(plain.asItIs).toEqual(plain.cleaned);
    expect(await bothPaths(gzipSync(csv), engine, (ordinal += 2))).toEqual(plain);
  });

  it('for random texts with odd quotes, line ends, blanks and spaces', { timeout: 600_000 }, async () => {
    const property = fc.asyncProperty(csvText, async (csv) => {
      const { asItIs, cleaned } = await bothPaths(csv, engine, (ordinal += 2));
      expect(asItIs).toEqual(cleaned);
    });
    await fc.assert(property, { numRuns: times(60, 4000), seed: Number(process.env['CSV_SEED'] ?? 2021) });
  });
});
