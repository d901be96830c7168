import type { SpreadsheetKind } from './spreadsheet/parsed-sheet.js';

/** Kinds that are read, or unpacked and then read. */
export type ReadableKind =
  | 'text'
  | 'gzip'
  | 'zstd'
  | 'zip'
  | 'xlsx'
  | 'parquet'
  | 'json'
  | 'json_lines'
  | SpreadsheetKind;

/** Kinds that are told apart only to say what to do about them. */
export type RefusedKind =
  | 'encrypted_workbook'
  | 'office'
  | 'html'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'sylk'
  | 'dif'
  | 'utf_32'
  | 'binary';

export type FileKind = ReadableKind | RefusedKind;
