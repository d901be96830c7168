import type { Case, Cell, ExpectedQuality, ExpectedRow, Row, TableName } from './case.js';

/** What a case can be held against: the tables, and the data quality with its warnings by kind. */
export type CaseTables = Record<TableName, Row[]>;

/** Numbers agree to 9 digits, everything else exactly. */
function sameCell(expected: Cell, actual: Cell | undefined): boolean {
  if (typeof expected !== 'number' || typeof actual !== 'number') return expected === actual;
  return Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected));
}

const agrees = (row: Row, expected: Row): boolean =>
  Object.entries(expected).every(([column, cell]) => sameCell(cell, row[column]));

function rowMismatches({ table, where, row }: ExpectedRow, tables: CaseTables): string[] {
  const place = `${table} ${JSON.stringify(where)}`;
  const [found, ...more] = tables[table].filter((candidate) => agrees(candidate, where));
  if (!found || more.length > 0) return [`${place}: ${found ? more.length + 1 : 0} rows instead of one`];
  return Object.entries(row)
    .filter(([column, cell]) => !sameCell(cell, found[column]))
    .map(([column, cell]) => `${place} ${column}: expected ${String(cell)}, got ${String(found[column])}`);
}

function countMismatches(rowCounts: NonNullable<Case['rowCounts']>, tables: CaseTables): string[] {
  return (Object.keys(rowCounts) as TableName[])
    .filter((table) => tables[table].length !== rowCounts[table])
    .map((table) => `${table}: expected ${rowCounts[table]} rows, got ${tables[table].length}`);
}

/** A warning kind that is not reported at all counts as 0. */
function qualityMismatches(expected: ExpectedQuality, actual: ExpectedQuality): string[] {
  const { warnings = {}, ...counts } = expected;
  const rows = Object.entries(counts).filter(([key, n]) => n !== actual[key as keyof typeof counts]);
  const kinds = Object.entries(warnings).filter(([kind, n]) => n !== (actual.warnings?.[kind] ?? 0));
  const text = (key: string, n: number, got: number | undefined) =>
    `${key}: expected ${n}, got ${got ?? 'none'}`;
  return [
    ...rows.map(([key, n]) => text(key, n, actual[key as keyof typeof counts])),
    ...kinds.map(([kind, n]) => text(`warning ${kind}`, n, actual.warnings?.[kind])),
  ];
}

/** Every difference between what a case expects and what was computed, as lines to print; none when all agree. */
export function mismatches(one: Case, tables: CaseTables, quality: ExpectedQuality): string[] {
  return [
    ...one.expected.flatMap((expected) => rowMismatches(expected, tables)),
    ...countMismatches(one.rowCounts ?? {}, tables),
    ...qualityMismatches(one.dataQuality ?? {}, quality),
  ];
}
