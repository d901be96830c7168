import type { ReportedFile } from '../report.js';

const kinds: Record<ReportedFile['kind'], string> = {
  csv: 'CSV',
  xlsx: 'Excel workbook',
  json: 'JSON',
  json_lines: 'JSON lines',
  parquet: 'Parquet',
  xls: 'Excel workbook of before 2007 (.xls)',
  xlsb: 'binary Excel workbook (.xlsb)',
  ods: 'OpenDocument spreadsheet (.ods)',
  fods: 'OpenDocument spreadsheet (.fods)',
  xml_2003: 'XML spreadsheet of Excel 2003',
  html_table: 'HTML table',
  table: 'table of a ClickHouse server',
};

const delimiters: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  '^': 'caret',
  '~': 'tilde',
};

/** How a file is written, for people: `CSV in UTF-8, comma between fields, headings in line 1`. */
export function formInWords({ kind, encoding, delimiter, sheet, heading_line }: ReportedFile): string {
  const written = encoding === null ? kinds[kind] : `${kinds[kind]} in ${encoding.toUpperCase()}`;
  const between = delimiter === null ? [] : [`${delimiterName(delimiter)} between fields`];
  const inSheet = sheet === null ? [] : [`sheet "${sheet}"`];
  const heading = kind === 'csv' ? [`headings in line ${String(heading_line)}`] : [];
  const inRow = sheet !== null ? [`headings in row ${String(heading_line)}`] : [];
  return [written, ...between, ...inSheet, ...heading, ...inRow].join(', ');
}

/** A delimiter for people; a control character by its code. */
export function delimiterName(delimiter: string): string {
  const shown = [...delimiter].map((sign) =>
    sign < ' ' ? `U+${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}` : sign,
  );
  return delimiters[delimiter] ?? shown.join('');
}
