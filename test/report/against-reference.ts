import type { Report } from '../../src/index.js';
import { tableIds } from '../../src/metrics/catalog.js';
import type { Cell, RefTables, Row } from '../reference/types.js';

/** Numbers agree to 9 digits, counts and all else exactly. */
function sameCell(expected: Cell | undefined, actual: Cell | undefined): boolean {
  if (typeof expected !== 'number' || typeof actual !== 'number') return expected === actual;
  if (Number.isInteger(expected)) return Math.abs(expected - actual) <= 1e-9;
  return Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected));
}

function rowDifferences(place: string, expected: Row, actual: Row): string[] {
  const columns = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...columns]
    .filter((column) => !sameCell(expected[column], actual[column]))
    .map((column) => `${place} ${column}: ${String(actual[column])} instead of ${String(expected[column])}`);
}

function tableDifferences(table: string, expected: Row[], actual: readonly Row[]): string[] {
  if (expected.length !== actual.length)
    return [`${table}: ${actual.length} rows instead of ${expected.length}`];
  return expected.flatMap((row, index) =>
    rowDifferences(
      `${table}[${index}] ${JSON.stringify(Object.values(row).slice(0, 2))}`,
      row,
      actual[index] ?? {},
    ),
  );
}

function qualityDifferences(expected: RefTables['data_quality'], actual: Report['data_quality']): string[] {
  const kinds = Object.fromEntries(actual.warnings.map(({ kind, rows }) => [kind, rows]));
  const counted = Object.fromEntries(Object.entries(expected.warnings).filter(([, rows]) => rows > 0));
  const { rows_read, rows_used, rows_rejected, rows_duplicate, rows_out_of_range, rows_filtered_out } =
    expected;
  const wanted = {
    rows_read,
    rows_used,
    rows_rejected,
    rows_duplicate,
    rows_out_of_range,
    rows_filtered_out,
  };
  return [
    ...rowDifferences('data_quality', wanted, { ...pick(actual, Object.keys(wanted)) }),
    ...rowDifferences('warnings', counted, kinds),
  ];
}

function pick(from: object, names: readonly string[]): Row {
  return Object.fromEntries<Row[string]>(Object.entries(from).filter(([name]) => names.includes(name)));
}

/** Every cell, row and order in which a report differs from the reference, as lines to print. */
export function differences(expected: RefTables, report: Report): string[] {
  return [
    ...tableIds.flatMap((table) => tableDifferences(table, expected[table], report.tables[table])),
    ...qualityDifferences(expected.data_quality, report.data_quality),
  ];
}
