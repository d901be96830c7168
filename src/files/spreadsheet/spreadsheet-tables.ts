import { unusableInput, UserError } from '../../errors.js';
import { refusal } from '../refusal.js';
import { headOf, utf16Of, type SourceFile } from '../source.js';
import { allBytes } from '../streams.js';
import { openPackage } from '../xlsx/workbook-package.js';
import { sheetTables, type SheetTables, type SheetsOptions } from '../sheet-tables.js';
import type { ParsedSheet, ParseSpreadsheet, SpreadsheetKind } from './parsed-sheet.js';

/** A library holds the whole file and its cells in memory: these take 20 times its size. */
const mostBytes = 64 << 20;
const mostUnpacked = 512 << 20;
/** The kinds that are zip archives. */
const packed: readonly SpreadsheetKind[] = ['xlsb', 'ods'];
/** The kinds that are text. */
const texts: readonly SpreadsheetKind[] = ['fods', 'xml_2003', 'html_table'];

/**
 * The sheets of a file of another spreadsheet than today's Excel, as those of a workbook. It is read by a library, apart from
 * this thread where the file knows how. Errors: `workbook_too_large`, `broken_workbook`, `password_protected`, and those of
 * `sheetTables`.
 */
export async function spreadsheetTables(
  file: SourceFile,
  kind: SpreadsheetKind,
  options: SheetsOptions,
): Promise<SheetTables> {
  await checkSize(file, kind);
  const sheets = await parsed(file, kind);
  if (sheets.length === 0)
    throw kind === 'html_table' ? refusal('html', file.name) : refusal('office', file.name);
  return sheetTables(file.name, sheets.map(asSheet), options);
}

function asSheet({ name, isHidden, rows, merges }: ParsedSheet) {
  const bytes = rows.reduce((sum, { texts: cells }) => sum + cells.join('').length, 0);
  return {
    name,
    isHidden,
    bytes,
    merges: () => Promise.resolve(merges),
    // oxlint-disable-next-line typescript/require-await -- rows of other sheets come from a stream
    rows: async function* () {
      yield { rows, emptyFormulas: 0 };
    },
  };
}

async function checkSize(file: SourceFile, kind: SpreadsheetKind): Promise<void> {
  if ((file.bytes ?? 0) > mostBytes) throw tooLarge(file.name, 'the file has more than 64 MB');
  if (!packed.includes(kind)) return;
  const { parts } = await openPackage(file);
  const total = [...parts.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > mostUnpacked) throw tooLarge(file.name, 'it unpacks to more than 512 MB');
}

async function parsed(file: SourceFile, kind: SpreadsheetKind): Promise<ParsedSheet[]> {
  const bytes = await allBytes(bounded(file));
  const content = texts.includes(kind) ? await decoded(file, bytes) : bytes;
  const parse: ParseSpreadsheet = file.parseApart ?? parseHere;
  try {
    return await parse(content, kind);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw explained(file.name, error);
  }
}

const parseHere: ParseSpreadsheet = async (content, kind) => {
  const { parseSpreadsheet } = await import('./parse-spreadsheet.js');
  return parseSpreadsheet(content, kind);
};

/** The bytes of a file whose size may not be known, such as one that is packed. */
function bounded(file: SourceFile): ReadableStream<Uint8Array<ArrayBuffer>> {
  let length = 0;
  return file.open().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        length += chunk.length;
        if (length > mostBytes) throw tooLarge(file.name, 'it has more than 64 MB');
        controller.enqueue(chunk);
      },
    }),
  );
}

/** The text by its mark, by what it says of itself, else as UTF-8, or Windows-1252 where it is none. */
async function decoded(file: SourceFile, bytes: Uint8Array): Promise<string> {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const head = new TextDecoder('latin1').decode(await headOf(file, 2048));
  const named = /(?:encoding|charset)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  for (const encoding of [named, 'utf-8'].filter((one) => one !== undefined)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // it is not what it says
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function explained(name: string, error: unknown): UserError {
  const text = error instanceof Error ? error.message : String(error);
  if (/password-protected|ECMA-376|^Encryption/.test(text)) return refusal('encrypted_workbook', name);
  return unusableInput(
    'broken_workbook',
    `${name} is a spreadsheet that cannot be read: it was cut off, or parts of it are wrong.`,
    'Open it in Excel or LibreOffice and save it as .xlsx or CSV.',
    { file: name },
  );
}

function tooLarge(name: string, why: string): UserError {
  return unusableInput(
    'workbook_too_large',
    `${name} is too large for a spreadsheet of its kind: ${why}.`,
    'Open it in Excel or LibreOffice, save it as .xlsx or CSV, and give that file.',
    { file: name },
  );
}
