/** Kinds that are read, or unpacked and then read. */
export type ReadableKind = 'text' | 'gzip' | 'zstd' | 'zip' | 'xlsx' | 'parquet' | 'json' | 'json_lines';

/** Kinds that are told apart only to say what to do about them. */
export type RefusedKind =
  | 'xls'
  | 'encrypted_workbook'
  | 'xlsb'
  | 'ods'
  | 'office'
  | 'html'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'utf_32'
  | 'binary';

export type FileKind = ReadableKind | RefusedKind;
