import { UserError } from '../../src/errors.js';
import type { CsvRow } from '../../src/files/csv/csv-rows.js';
import type { SourceFile } from '../../src/files/source.js';
import type { TableRows } from '../../src/files/table-rows.js';
import { unpacked } from '../../src/files/unpack.js';
import type { SheetTable, SheetsOptions } from '../../src/files/sheet-tables.js';
import { xlsxTables } from '../../src/files/xlsx/xlsx-rows.js';

/** A file that exists only here, given in pieces of so many bytes. */
export function sourceOf(content: Uint8Array | string, name: string, pieces = 65_536): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name, bytes: bytes.length, open: () => inPieces(bytes, pieces) };
}

function inPieces(bytes: Uint8Array<ArrayBuffer>, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
}

/** All bytes of a file as text. */
export async function textOf(file: SourceFile): Promise<string> {
  return new TextDecoder().decode(await bytesOf(file));
}

export async function bytesOf(file: SourceFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function allRows(table: TableRows): Promise<CsvRow[]> {
  const all: CsvRow[] = [];
  for await (const batch of table.rows()) all.push(...batch);
  return all;
}

/** The fields of all rows; a rejected row is its reason. */
export async function allFields(table: TableRows): Promise<(string[] | string)[]> {
  return (await allRows(table)).map(({ fields, reason }) => fields ?? reason ?? '');
}

export interface Ending {
  code: string;
  message: string;
  hint: string | undefined;
}

/** The UserError that something ends in. */
export async function endingOf(work: () => Promise<unknown>): Promise<Ending> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error('it ended well');
}

/** What is packed in a file that holds one. */
export async function onlyFile(file: SourceFile): Promise<SourceFile> {
  const [one, ...more] = await unpacked(file);
  if (!one || more.length > 0) throw new Error(`${file.name} holds ${more.length + 1} files`);
  return one;
}

/** The first sheet of a workbook that has a heading. */
export async function firstSheet(
  file: SourceFile,
  { sheet, ...options }: SheetsOptions & { sheet?: string },
): Promise<SheetTable> {
  const { tables } = await xlsxTables(file, sheet === undefined ? options : { ...options, sheets: [sheet] });
  const [first] = tables;
  if (!first) throw new Error(`${file.name} has no sheet with a heading`);
  return first;
}
