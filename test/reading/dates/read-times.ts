import { fileSource } from '../../../src/engines/duckdb/files.js';
import type { Engine } from '../../../src/engines/engine.js';
import { asFlag, inWords } from '../../../src/options/mention.js';
import { parseOptions, type ReportOptionsSpec } from '../../../src/options/options.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { readFiles } from '../../../src/report/reading/read-files.js';
import { openZones } from '../../../src/report/reading/report-zone.js';
import { readingNotes } from '../../../src/report/reading/source-facts.js';

export interface ReadTimes {
  /** started_at, ended_at and assigned_at of every row, as instants. */
  instants: unknown[][];
  zone: string | null;
  /** What is said about the orders and the zones of the dates. */
  notes: string[];
  /** How the order of each file was found. */
  evidence: string[];
  orders: string[];
}

/** The times of files as a report has them, without the report: many can be read in one engine. */
export async function readTimes(
  engine: Engine,
  paths: readonly string[],
  given: ReportOptionsSpec = {},
): Promise<ReadTimes> {
  const options = parseOptions(given);
  const sources = await Promise.all(paths.map((path) => fileSource(path)));
  const files = await readFiles(sources, readingChoices(options), engine);
  const { zone, notes } = await openZones(files, options, engine);
  const rows = await engine.query(
    'select started_at, ended_at, assigned_at from raw_chats order by source_ordinal',
  );
  return {
    instants: rows.map((row) => Object.values(row)),
    zone,
    notes: [...readingNotes(files), ...notes].map((note) => inWords(note, asFlag)),
    evidence: files.map(({ decision }) => decision.evidence),
    orders: files.map(({ plan }) => plan.order),
  };
}
