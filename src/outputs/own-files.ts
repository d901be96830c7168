import { chatFields } from '../chats/columns.js';
import { readHead, type SourceFile } from '../files/source.js';
import { joined, type Bytes } from '../files/streams.js';
import { openPackage, partStream } from '../files/xlsx/workbook-package.js';
import { unzippedFiles } from '../files/zip/zip-file.js';
import { catalog, tableIds } from '../metrics/catalog.js';
import { chatTable } from '../metrics/chat-columns.js';
import { comparisonColumns, qualityColumns } from '../presentation/report-csv.js';
import { generator } from '../presentation/report-json.js';
import { isRejectsFile } from '../reading/rejects-file.js';

/** Did this program write the file, in this or another version? What cannot be read is not ours. */
export async function isOwnFile(file: SourceFile): Promise<boolean> {
  try {
    if (/\.xls[xm]$/i.test(file.name)) return await isOwnWorkbook(file);
    if (/\.zip$/i.test(file.name)) return await isOwnZip(file);
    if (/\.(json|csv|tsv|txt)(\.gz)?$/i.test(file.name)) return await isOwnText(file);
  } catch {
    // it is read as any other file, which says what is wrong with it
  }
  return false;
}

/** Its writer stands in its properties; `creator` stays when another program saves it. */
async function isOwnWorkbook(file: SourceFile): Promise<boolean> {
  const stream = partStream(await openPackage(file), 'docProps/core.xml');
  if (!stream) return false;
  let bytes: Bytes = new Uint8Array(0);
  for await (const chunk of stream) bytes = joined(bytes, chunk);
  return new TextDecoder().decode(bytes).includes('<dc:creator>Chat Metrics</dc:creator>');
}

/** The CSV tables of the page. */
async function isOwnZip(file: SourceFile): Promise<boolean> {
  for (const part of await unzippedFiles(file)) if (!(await isOwnText(part))) return false;
  return true;
}

const headLength = 16_384;

async function isOwnText(file: SourceFile): Promise<boolean> {
  const { bytes } = await readHead(file, headLength);
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '');
  if (text.trimStart().startsWith('{')) return isOwnJson(text);
  const [line = ''] = text.split(/\r?\n/, 1);
  return isOwnHeading(line.split(/[,;\t]/).map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}

/** Reports of versions that told no generator begin with their options. */
function isOwnJson(text: string): boolean {
  const begin = text.replaceAll(/\s+/g, '');
  return (
    begin.includes(`"generator":"${generator.replaceAll(' ', '')}`) ||
    /^\{"options":\{"period":"(day|week|month)","week_start":/.test(begin)
  );
}

/** The columns of each table that we write, without those that exports have by the same names. */
const headings = [
  ...tableIds.map((id) => catalog[id].columns.map((column) => column.id)),
  chatTable.columns.map(({ id }) => id),
  comparisonColumns,
  qualityColumns,
].map((ids) => new Set<string>(ids.filter((id) => !(chatFields as readonly string[]).includes(id))));

/** Columns that were added to or taken from a table since do not make it another one. */
const leastShare = 0.6;

/** Is it the heading of a CSV file that we write: of a table of figures, of chats, or of rejected rows? */
export function isOwnHeading(cells: readonly string[]): boolean {
  if (isRejectsFile(cells)) return true;
  const own = cells.filter((cell) => !(chatFields as readonly string[]).includes(cell));
  if (own.length < 2) return false;
  return headings.some((ids) => {
    const known = own.filter((cell) => ids.has(cell)).length;
    return known / own.length >= leastShare && known / ids.size >= leastShare;
  });
}
