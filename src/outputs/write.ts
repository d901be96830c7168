import type { Gzip } from '../excel/chats/gzip.js';
import { chatsCsv, chatsCsvName, reportCsv } from '../presentation/report-csv.js';
import { jsonText } from '../presentation/report-json.js';
import type { FilePlan } from '../reading/plan.js';
import { profileInUse } from '../reading/profiles/profile-in-use.js';
import type { RejectedRecord } from '../report/quality/rejected.js';
import type { Report, Row } from '../report/report.js';
import { outputs, type OutputId } from './outputs.js';
import { rejectsFiles } from './rejects-files.js';

/** What is written, piece by piece. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Files by name; the only file of an output that is no folder has the name ''. */
export type Files = ReadonlyMap<string, Pieces>;

/** What an output is made of: that which it takes (`Output.takes`). */
export interface Material {
  report: Report;
  /** A row for each chat of the report, with the columns of `chatTable`. */
  chats: () => AsyncIterable<Row[]>;
  rejected: () => AsyncIterable<RejectedRecord>;
  /** How the first file was read. */
  plan: FilePlan;
  /** CSV begins with a byte-order mark: Excel on Windows takes the letters of all languages right by it. */
  csvBom?: boolean | undefined;
  /** What packs the rows of workbooks; default: the platform's own. */
  gzip?: Gzip | undefined;
}

/** What a report alone is written of, and one with its chats. */
export type ReportMaterial = Pick<Material, 'report' | 'chats' | 'csvBom' | 'gzip'>;

const html = () => import('../html/report-html.js');
const workbook = () => import('../excel/report-workbook.js');
const chatsWorkbook = () => import('../excel/chats/chats-workbook.js');

type Write<Part> = (material: Part) => Promise<Files> | Files;

const ofReports = {
  xlsx: async ({ report, gzip }) => single([await (await workbook()).reportToXlsx(report, gzip)]),
  'xlsx-with-chats': async ({ report, chats, gzip }) => {
    const { reportToXlsxWithChats } = await chatsWorkbook();
    return single(reportToXlsxWithChats(report, chats(), gzip ? { gzip } : {}));
  },
  html: async ({ report }) => single([(await html()).reportToHtml(report)]),
  csv: ({ report }) => reportCsv(report),
  'csv-with-chats': ({ report, chats }) =>
    new Map<string, Pieces>([...reportCsv(report), [chatsCsvName, chatsCsv(chats())]]),
  chats: ({ chats }) => single(chatsCsv(chats())),
  json: ({ report }) => single([jsonText(report)]),
} satisfies Partial<Record<OutputId, Write<ReportMaterial>>>;

/** What a report and its chats can be written as. */
export type ReportOutputId = keyof typeof ofReports;

const writers: Record<OutputId, Write<Material>> = {
  ...ofReports,
  rejects: ({ rejected }) => rejectsFiles(rejected()),
  profile: ({ plan }) => single([`${JSON.stringify(profileInUse(plan), null, 2)}\n`]),
};

const loaders: Partial<Record<OutputId, () => Promise<unknown>>> = {
  xlsx: workbook,
  'xlsx-with-chats': chatsWorkbook,
  html,
};

/** Writes an output. */
export async function written(id: OutputId, material: Material): Promise<Files> {
  return marked(id, await writers[id](material), material);
}

/** Writes a report, with its chats where the output takes them. */
export async function writtenReport(id: ReportOutputId, material: ReportMaterial): Promise<Files> {
  return marked(id, await (ofReports[id] as Write<ReportMaterial>)(material), material);
}

/** Begins to load what writes an output. */
export function load(id: OutputId): void {
  loaders[id]?.().catch(() => undefined);
}

function marked(id: OutputId, files: Files, { csvBom = false }: Pick<Material, 'csvBom'>): Files {
  if (!csvBom || !outputs[id].endings.includes('csv')) return files;
  return new Map([...files].map(([name, pieces]) => [name, withMark(pieces)]));
}

async function* withMark(pieces: Pieces): AsyncGenerator<string | Uint8Array> {
  yield '\uFEFF';
  yield* pieces;
}

function single(pieces: Pieces): Files {
  return new Map([['', pieces]]);
}
