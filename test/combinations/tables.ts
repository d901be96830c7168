import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { chatFields } from '../../src/chats/columns.js';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import type { Engine } from '../../src/engines/engine.js';
import type { Report, ReportOptionsSpec } from '../../src/index.js';
import { parseOptions } from '../../src/options/options.js';
import { readFiles } from '../../src/report/reading/read-files.js';
import { readingChoices } from '../../src/report/reading/choices.js';
import { openZones } from '../../src/report/reading/report-zone.js';
import { readingNotes } from '../../src/report/reading/source-facts.js';

/** A folder for the files of a test file. */
export function folder(): (name: string, content: string | Uint8Array) => string {
  const home = mkdtempSync(join(tmpdir(), 'combinations-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  return (name, content) => {
    const path = join(home, name);
    writeFileSync(path, content);
    return path;
  };
}

/** A file as it was read: every figure of a report rests on its rows and zone alone. */
export interface ReadTable {
  /** Every field of every row, in the order of the file; numbers to nine digits. */
  rows: unknown;
  zone: string | null;
  rejected: number;
  profile: string;
  order: string;
  form: { kind: string; sheet: string | null; delimiter: string | null; encoding: string | null };
  notes: string[];
}

/** Reads one file after the other, in one engine for all tests of a file. */
export function reader(): (path: string, options?: ReportOptionsSpec) => Promise<ReadTable> {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckDb({ threads: 1 });
  });
  afterAll(() => engine.close());
  return async (path, spec = {}) => {
    const options = parseOptions(spec);
    const files = await readFiles([await fileSource(path)], readingChoices(options), engine);
    const { zone, notes } = await openZones(files, options, engine);
    const rows = await engine.query(`select ${chatFields.join(', ')} from raw_chats order by source_ordinal`);
    const [file] = files;
    if (!file) throw new Error('No file was read.');
    const { form, match, order } = file.plan;
    return {
      rows: toNineDigits(rows),
      zone,
      rejected: file.rejected.size,
      profile: match.profile.name,
      order,
      form: { kind: form.kind, sheet: form.sheet, delimiter: form.delimiter, encoding: form.encoding },
      notes: [...readingNotes(files), ...notes],
    };
  };
}

/** Tables to compare: numbers to nine digits, as sums in another order differ in their last ones. */
export function tablesOf({ tables }: Report): unknown {
  return toNineDigits(tables);
}

function toNineDigits(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'number' ? Number(one.toPrecision(9)) : one,
  );
}
