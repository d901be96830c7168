import { decompress as decompressZstd } from 'fzstd';
import {
  parquetMetadataAsync,
  parquetRead,
  snappyUncompress,
  type AsyncBuffer,
  type Compressors,
  type RowGroup,
} from 'hyparquet';
import { decompressBrotli } from 'hyparquet-compressors/src/brotli.js';
import { gunzip } from 'hyparquet-compressors/src/gzip.js';
import { decompressLz4, decompressLz4Raw } from 'hyparquet-compressors/src/lz4.js';
import type { CsvRow } from '../csv/csv-rows.js';
import type { SourceFile } from '../source.js';
import { unusableInput, UserError } from '../../errors.js';
import { parquetColumns, type ParquetColumn } from './parquet-columns.js';
import { parquetParsers, parquetText } from './parquet-text.js';
import { allBytes, ByteCollector, type Bytes } from '../streams.js';
import { batchSize, type TableRows } from '../table-rows.js';

/** So much is held in memory at most: a row group, or a whole file that can only be read from its beginning. */
const mostBytes = 512 << 20;

/** No WebAssembly among them: a web page may forbid it. */
const compressors: Compressors = {
  SNAPPY(input, length) {
    const output = new Uint8Array(length);
    snappyUncompress(input, output);
    return output;
  },
  GZIP: (input, length) => gunzip(input, new Uint8Array(length)),
  BROTLI: decompressBrotli,
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
  ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)),
};

/**
 * The rows of a Parquet file as text, a row group at a time: times as `2021-02-01 10:05:00` (with `Z` when they are in UTC),
 * durations as `H:MM:SS`, decimals and 64-bit integers with all their digits, lists joined by `;`, fields of groups as columns
 * of their own. A row's line is its number. Errors: `parquet_too_large`, `broken_parquet`.
 */
export async function parquetRows(file: SourceFile): Promise<TableRows> {
  const buffer = await bufferOf(file);
  const stored = await guarded(file.name, () => parquetMetadataAsync(buffer, { parsers: parquetParsers }));
  const { columns, metadata } = parquetColumns(stored);
  if (metadata.row_groups.some(isTooLarge)) throw tooLarge(file.name, 'with a row group');
  const groupRows = metadata.row_groups.map((group) => Number(group.num_rows));
  const readGroup = (rowStart: number, rowEnd: number) =>
    guarded(file.name, () =>
      rowsBetween({ file: buffer, metadata, compressors, parsers: parquetParsers, rowStart, rowEnd }),
    );
  return {
    headings: columns.map(({ heading }) => heading),
    headingLine: 0,
    sheetName: null,
    rows: () => textRows(groupRows, columns, readGroup),
    notes: [],
  };
}

type RowValues = Record<string, unknown>;

async function rowsBetween(options: Parameters<typeof parquetRead>[0]): Promise<RowValues[]> {
  let found: RowValues[] = [];
  await parquetRead({
    ...options,
    utf8: false,
    rowFormat: 'object',
    onComplete: (rows: RowValues[]) => (found = rows),
  });
  return found;
}

async function* textRows(
  groupRows: readonly number[],
  columns: readonly ParquetColumn[],
  readGroup: (start: number, end: number) => Promise<RowValues[]>,
): AsyncGenerator<CsvRow[]> {
  let line = 0;
  for (const count of groupRows) {
    const rows = count > 0 ? await readGroup(line, line + count) : [];
    for (let at = 0; at < rows.length; at += batchSize) {
      const batch = rows.slice(at, at + batchSize);
      yield batch.map((row, index) => csvRow(row, columns, line + at + index + 1));
    }
    line += count;
  }
}

function csvRow(row: RowValues, columns: readonly ParquetColumn[], line: number): CsvRow {
  const fields = columns.map((column) => parquetText(valueAt(row, column.path), column));
  return { line, raw: fields.join('\t'), fields, reason: null };
}

function valueAt(row: RowValues, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as RowValues | null | undefined)?.[name], row);
}

/** A Parquet file is read from its end, and then here and there. */
async function bufferOf(file: SourceFile): Promise<AsyncBuffer> {
  const { bytes, slice } = file;
  if (!slice || bytes === null) return (await wholeFile(file)).buffer;
  const between = async (from: number, to = bytes): Promise<ArrayBuffer> =>
    (await allBytes(slice(from, to))).buffer;
  return { byteLength: bytes, slice: between };
}

async function wholeFile(file: SourceFile): Promise<Bytes> {
  const whole = new ByteCollector();
  if ((file.bytes ?? 0) > mostBytes) throw tooLarge(file.name);
  for await (const chunk of file.open()) {
    whole.add(chunk);
    if (whole.length > mostBytes) throw tooLarge(file.name);
  }
  return whole.take();
}

function isTooLarge({ columns }: RowGroup): boolean {
  const sizes = columns.map(({ meta_data }) => Number(meta_data?.total_compressed_size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0) > mostBytes;
}

async function guarded<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    const isCut = /footer|metadata length|exceeds|out of bounds/i.test(why);
    const reason = isCut ? 'it was cut off, or bytes in it are wrong' : why;
    const message = `${name} is a Parquet file that cannot be read: ${reason}.`;
    throw unusableInput('broken_parquet', message, 'Export or download it again, or export it as CSV.', {
      file: name,
    });
  }
}

function tooLarge(name: string, what = ''): UserError {
  const message = `${name} is a Parquet file ${what && `${what} `}of more than 512 MB.`;
  const hint = 'Export it in several files, or as CSV, which has no such limit.';
  return unusableInput('parquet_too_large', message, hint, { file: name });
}
