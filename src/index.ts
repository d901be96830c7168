import { fileSource } from './engines/duckdb/files.js';
import { openDuckDb } from './engines/duckdb/duckdb-engine.js';
import { settingsFor } from './engines/duckdb/small-files.js';
import type { SourceFile } from './files/source.js';
import { parseOptions, type ReportOptions, type ReportOptionsSpec } from './options/options.js';
import { asOption } from './options/mention.js';
import { UserError, wrongUse } from './errors.js';
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
export { asFlag, asOption, type MentionWords } from './options/mention.js';
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
  try {
    const { sources, options } = await prepared(request).catch(async (error: unknown) => {
      await effects.engine?.close();
      throw error;
    });
    const files = sources.flatMap(({ path }) => path ?? []);
    const engine = effects.engine ?? (await openDuckDb({ files, ...settingsFor(sources) }));
    const timezoneRules = process.versions.tz ?? null;
    return await makeReport(sources, options, { timezoneRules, ...effects, engine });
  } catch (error) {
    throw error instanceof UserError ? error.saidIn(asOption) : error;
  }
}

async function prepared(request: ReportRequest): Promise<{ sources: SourceFile[]; options: ReportOptions }> {
  const { files, ...spec } = checkedRequest(request);
  const options = parseOptions(spec, (name) => name);
  const sources = await Promise.all([files].flat().map((path) => fileSource(path)));
  return { sources, options };
}

/** No path is longer: it is the text of a file. */
const longestPath = 1000;

/** @throws UserError where the files are no paths; it shows nothing of what they are. */
function checkedRequest(request: unknown): ReportRequest {
  if (typeof request === 'object' && request !== null && 'files' in request) {
    const { files } = request;
    if ((Array.isArray(files) ? files : [files]).every(isPath)) return request as ReportRequest;
  }
  throw wrongUse(
    'bad_files',
    '"files" is no path of a file and no list of paths.',
    "Give the place of the file, not what it holds: generateReport({ files: 'chats.csv' }).",
  );
}

function isPath(value: unknown): boolean {
  return (
    typeof value === 'string' && value.trim() !== '' && value.length <= longestPath && !/[\r\n\0]/.test(value)
  );
}
