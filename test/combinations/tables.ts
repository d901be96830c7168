import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { generateReport, type Report, type ReportOptionsSpec } from '../../src/index.js';

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

/** The report of a file of which every row counts. */
export async function soundReport(path: string, options: ReportOptionsSpec = {}): Promise<Report> {
  const report = await generateReport({ files: path, ...options });
  const { rows_read: read, rows_used: used, warnings } = report.data_quality;
  if (read !== used || warnings.length > 0) throw new Error(JSON.stringify(report.data_quality, null, 2));
  return report;
}

/** Tables to compare: numbers to nine digits, as sums in another order differ in their last ones. */
export function tablesOf({ tables }: Report): unknown {
  return JSON.parse(JSON.stringify(tables), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  );
}
