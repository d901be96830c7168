import type { Table } from './made-up.js';

/** The table of a CSV text with commas; read here by a rule of its own, not by the program's reader. */
export function parsedCsv(csv: string): Table {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  const [headings = [], ...rows] = records;
  return { headings, rows };
}
