import { fileSource } from './engines/duckdb/files.js';
import { openDuckDb } from './engines/duckdb/duckdb-engine.js';
import { settingsFor } from './engines/duckdb/small-files.js';
import type { SourceFile } from './files/source.js';
import { parseOptions, type ReportOptions, type ReportOptionsSpec } from './options/options.js';
import { makeReport, type ReportEffects } from './report/generate.js';
import type { Report } from './report/report.js';

export { UserError, exitCodes, type Place } from './errors.js';
export { catalog, type TableId } from './metrics/catalog.js';
export type { Metric, MetricTable, Unit } from './metrics/metric.js';
export type { ReportedOptions, ReportOptionsSpec } from './options/options.js';
export type * from './report/report.js';
export type { ReportEffects } from './report/generate.js';
export type { Engine } from './engines/engine.js';
export { openDuckDb } from './engines/duckdb/duckdb-engine.js';
export { chatTable } from './metrics/chat-columns.js';
export { reportToXlsx } from './excel/report-workbook.js';
export { reportToXlsxWithChats, type ChatsSettings } from './excel/chats/chats-workbook.js';
export type { Gzip } from './excel/chats/gzip.js';
export { outputs, type Output, type OutputId } from './outputs/outputs.js';
export {
  writtenReport,
  type Files,
  type Pieces,
  type ReportMaterial,
  type ReportOutputId,
} from './outputs/write.js';
export { reportToHtml } from './html/report-html.js';
export { sampleCsv } from './sample/sample.js';

/** What to report on: files of this computer, and any option of the command line by name (`businessHours: '9:00-18:00'`). */
export interface ReportRequest extends ReportOptionsSpec {
  files: string | readonly string[];
}

/**
 * Makes a report of chat exports (CSV, plain or gzipped; several files are merged). The chats behind it can be read while
 * `effects.withReport` runs: `{ withReport: (report, chats) => writeFile(path, reportToXlsxWithChats(report, chats())) }`.
 * @returns plain data: options used, source facts, metric tables, data quality. Seconds are numbers, rates 0 to 1, dates
 *   `YYYY-MM-DD`; null is "nothing to measure".
 * @throws UserError when a file or an option cannot give a report; its `code`, `place` and `hint` say why.
 */
export async function generateReport(
  request: ReportRequest,
  effects: Partial<ReportEffects> = {},
): Promise<Report> {
  const { sources, options } = await prepared(request).catch(async (error: unknown) => {
    await effects.engine?.close();
    throw error;
  });
  const files = [request.files].flat();
  const engine = effects.engine ?? (await openDuckDb({ files, ...settingsFor(sources) }));
  return makeReport(sources, options, { timezoneRules: process.versions.tz ?? null, ...effects, engine });
}

async function prepared({
  files,
  ...spec
}: ReportRequest): Promise<{ sources: SourceFile[]; options: ReportOptions }> {
  const options = parseOptions(spec, (name) => name);
  const sources = await Promise.all([files].flat().map((path) => fileSource(path)));
  return { sources, options };
}
