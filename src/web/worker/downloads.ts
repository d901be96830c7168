import { zipSync, type Zippable } from 'fflate';
import { profileInUse } from '../../reading/profiles/profile-in-use.js';
import type { Sql } from '../../engines/engine.js';
import { chatRows } from '../../metrics/chat-rows.js';
import { chatsCsv, chatsCsvName, reportCsv } from '../../presentation/report-csv.js';
import { jsonText } from '../../presentation/report-json.js';
import { rejectsHeading, rejectsLine } from '../../presentation/rejects-csv.js';
import type { ReadFile } from '../../report/reading/read-file.js';
import { findRejections, rejectedRows } from '../../report/quality/rejected.js';
import { addDays } from '../../report/periods.js';
import type { Report } from '../../report/report.js';
import type { Download, DownloadKind } from '../protocol.js';
import { blobOf } from './text-blob.js';

const types = {
  csv: 'text/csv;charset=utf-8',
  html: 'text/html;charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** What downloads are made of: the report, and the engine that still holds its chats. */
export interface Material {
  report: Report;
  engine: Sql;
}

type OfTheReport = Exclude<DownloadKind, 'rejects' | 'profile'>;

/** A file of a report; its name says the days that the report is about. */
export async function reportDownload(kind: OfTheReport, { report, engine }: Material): Promise<Download> {
  const name = `chat-report-${daysOf(report)}`;
  switch (kind) {
    case 'xlsx': {
      const { reportToXlsx } = await import('../../excel/report-workbook.js');
      return { name: `${name}.xlsx`, blob: await blobOf([await reportToXlsx(report)], types.xlsx) };
    }
    case 'xlsx-with-chats': {
      const { reportToXlsxWithChats } = await import('../../excel/chats/chats-workbook.js');
      const bytes = reportToXlsxWithChats(report, chatRows(engine));
      return { name: `${name}-with-chats.xlsx`, blob: await blobOf(bytes, types.xlsx) };
    }
    case 'html': {
      const { reportToHtml } = await import('../../html/report-html.js');
      return { name: `${name}.html`, blob: await blobOf([reportToHtml(report)], types.html) };
    }
    case 'json':
      return { name: `${name}.json`, blob: await blobOf([jsonText(report)], types.json) };
    case 'csv':
      return { name: `${name}-csv.zip`, blob: zipOf(reportCsv(report)) };
    case 'chats-csv':
      return {
        name: `${name}-${chatsCsvName}`,
        blob: await blobOf(chatsCsv(chatRows(engine)), types.csv),
      };
  }
}

/** The first and the last day of a report: `2021-02-01_2021-02-28`. */
function daysOf({ source: { range_from, range_to } }: Report): string {
  const last = addDays(range_to, -1);
  return last === range_from ? range_from : `${range_from}_${last}`;
}

function zipOf(files: ReadonlyMap<string, Iterable<string>>): Blob {
  const encoder = new TextEncoder();
  const entries: Zippable = Object.fromEntries(
    [...files].map(([name, pieces]) => [name, encoder.encode([...pieces].join(''))]),
  );
  const bytes = zipSync(entries, { mtime: '1980-01-01' });
  return new Blob([bytes], { type: types.zip });
}

/** Every rejected row of files that are read: one CSV file, or a zip of one for each set of headings. */
export async function rejectsDownload(files: readonly ReadFile[], engine: Sql): Promise<Download> {
  const texts = new Map<string, string[]>();
  for await (const row of rejectedRows(files, await findRejections(files, engine), engine)) {
    const heading = rejectsHeading(row.headings);
    const lines = texts.get(heading) ?? [heading];
    texts.set(heading, lines);
    lines.push(rejectsLine(row));
  }
  const [only = [rejectsHeading([])], ...others] = [...texts.values()];
  if (others.length === 0) return { name: 'rejected-rows.csv', blob: await blobOf(only, types.csv) };
  const all = [only, ...others].map((lines, at): [string, string[]] => [
    `rejected-rows-${String(at + 1)}.csv`,
    lines,
  ]);
  return { name: 'rejected-rows.zip', blob: zipOf(new Map(all)) };
}

/** The way in which the first file is read, as a profile for `--profile`. */
export async function profileDownload([first]: readonly ReadFile[]): Promise<Download> {
  if (!first) throw new Error('No file was read.');
  const text = `${JSON.stringify(profileInUse(first.plan), null, 2)}\n`;
  return { name: 'chat-metrics.profile.json', blob: await blobOf([text], types.json) };
}
