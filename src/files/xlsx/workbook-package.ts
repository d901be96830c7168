import { unusableInput, type UserError } from '../../errors.js';
import type { SourceFile } from '../source.js';
import type { Bytes } from '../streams.js';
import { attribute, parseXml, type XmlEvents } from './xml.js';
import { zipEntries, type ZipEntry } from '../zip/zip-directory.js';
import { entryStream } from '../zip/zip-entry.js';

/** What a workbook may be at most, by what its zip archive's table of contents says. */
const workbookCaps = {
  /** The .xlsx file: a full sheet of 1,048,576 rows and 20 columns has 100 to 300 MB. */
  fileBytes: 400 << 20,
  /** All its parts unpacked. */
  totalBytes: 4 * 2 ** 30,
  parts: 20_000,
  /** Unpacked to packed, of a part above `ratioFrom`; sheets with the same value in every cell reach 150. */
  ratio: 250,
  ratioFrom: 32 << 20,
  /** The table of the texts, which is kept in memory: it holds each text once, and so packs less well than a sheet. */
  sharedStringsRatio: 50,
  sharedStringsBytes: 512 << 20,
  /** Every other part but the sheets. */
  smallPartBytes: 64 << 20,
} as const;

/** The parts of a workbook by their path, as written and in small letters. */
export interface WorkbookPackage {
  file: SourceFile;
  parts: ReadonlyMap<string, ZipEntry>;
}

/** A part that another one refers to. */
export interface Relation {
  id: string;
  /** The last word of its type, such as `worksheet`. */
  type: string;
  path: string;
}

/** Opens a workbook's zip archive when it keeps to `workbookCaps`; errors `workbook_too_large`, `zip_bomb`, `password_protected`. */
export async function openPackage(file: SourceFile): Promise<WorkbookPackage> {
  const entries = await zipEntries(file);
  assertSafe(file, entries);
  return { file, parts: new Map(entries.map((entry) => [partKey(entry.name), entry])) };
}

/** The error for a workbook that does not hold together. */
export function brokenWorkbook(name: string, why: string): UserError {
  const hint = 'Open it in Excel and save it again as .xlsx or CSV.';
  return unusableInput('broken_workbook', `${name} is a workbook that cannot be read: ${why}.`, hint, {
    file: name,
  });
}

/** The bytes of a part; null when there is none. */
export function partStream({ file, parts }: WorkbookPackage, path: string): ReadableStream<Bytes> | null {
  const entry = parts.get(partKey(path));
  return entry ? entryStream(file, entry) : null;
}

/** How long a part is, as the table of contents has it. */
export function partBytes({ parts }: WorkbookPackage, path: string): number {
  return parts.get(partKey(path))?.bytes ?? 0;
}

/** Parses a part, when there is one. */
export async function parsePart(
  workbook: WorkbookPackage,
  path: string,
  events: Partial<XmlEvents>,
): Promise<boolean> {
  const { name } = workbook.file;
  const limit = isTexts(path) ? workbookCaps.sharedStringsBytes : workbookCaps.smallPartBytes;
  if ((workbook.parts.get(partKey(path))?.bytes ?? 0) > limit)
    throw tooLarge(name, `its part ${path} is too large`);
  const bytes = partStream(workbook, path);
  const ignore = () => undefined;
  const all = { open: ignore, close: ignore, text: ignore, ...events };
  if (bytes) await parseXml(bytes, all, (why) => brokenWorkbook(name, `${path}: ${why}`));
  return bytes !== null;
}

/** What the part refers to; an empty path stands for the package itself. */
export async function relationsOf(workbook: WorkbookPackage, path: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  await parsePart(workbook, `${folder}_rels/${path.slice(folder.length)}.rels`, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const type = attribute(attributes, 'Type') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        path: resolved(folder, attribute(attributes, 'Target') ?? ''),
      });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  try {
    return decodeURIComponent(new URL(target.replaceAll('\\', '/'), `x:/${folder}`).pathname.slice(1));
  } catch {
    return '';
  }
}

function partKey(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

function assertSafe(file: SourceFile, entries: readonly ZipEntry[]): void {
  const { fileBytes, totalBytes, parts, ratioFrom } = workbookCaps;
  if (entries.some((entry) => entry.isEncrypted)) throw protectedWorkbook(file.name);
  if (entries.length > parts) throw tooLarge(file.name, `it has ${entries.length} parts`);
  if ((file.bytes ?? 0) > fileBytes) throw tooLarge(file.name, 'the file has more than 400 MB');
  const bomb = entries.find(
    (entry) => entry.bytes > ratioFrom && entry.bytes > entry.compressedBytes * mostRatioOf(entry.name),
  );
  if (bomb) throw zipBomb(file.name, bomb);
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total > totalBytes) throw tooLarge(file.name, 'it unpacks to more than 4 GB');
}

function mostRatioOf(part: string): number {
  return isTexts(part) ? workbookCaps.sharedStringsRatio : workbookCaps.ratio;
}

function isTexts(part: string): boolean {
  return /sharedstrings/i.test(part);
}

function protectedWorkbook(name: string): UserError {
  const hint = 'Take the password off and save it again.';
  return unusableInput('password_protected', `${name} is protected by a password.`, hint, { file: name });
}

function tooLarge(name: string, why: string): UserError {
  const hint = 'Save the sheet as CSV, which has no such limit, and give that file.';
  return unusableInput('workbook_too_large', `${name} is too large for a workbook: ${why}.`, hint, {
    file: name,
  });
}

function zipBomb(name: string, entry: ZipEntry): UserError {
  const times = Math.round(entry.bytes / Math.max(entry.compressedBytes, 1));
  const hint = 'No workbook that Excel wrote does that. Open it in Excel and save it as CSV if you trust it.';
  return unusableInput(
    'zip_bomb',
    `${entry.name} in ${name} would unpack to ${times} times its size.`,
    hint,
    {
      file: name,
    },
  );
}
