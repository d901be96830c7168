import packageJson from '../../package.json' with { type: 'json' };
import type { Comparison, Report } from '../report/report.js';

/** The mark of a report in JSON, by which it is known when it is found among exports. */
export const generator = 'Chat Metrics';

/** Changes where a program that reads reports in JSON has to. */
export const schemaVersion = 1;

/** One row of a table per line, so that a difference between two reports reads well. */
export function jsonText(report: Report): string {
  const tables = Object.entries(report.tables).map(
    ([name, rows]) => `    ${JSON.stringify(name)}: ${jsonRows(rows)}`,
  );
  return `{
  "generator": ${JSON.stringify(generator)},
  "version": ${JSON.stringify(packageJson.version)},
  "schema_version": ${String(schemaVersion)},
  "options": ${indented(report.options)},
  "source": ${indented(report.source)},
  "tables": {
${tables.join(',\n')}
  },
  "comparison": ${comparisonJson(report.comparison)},
  "data_quality": ${indented(report.data_quality)}
}
`;
}

function comparisonJson(comparison: Comparison | null): string {
  if (comparison === null) return 'null';
  const { figures, ...range } = comparison;
  return `${indented(range).replace(/\n {2}\}$/, ',')}
    "figures": ${jsonRows(figures)}
  }`;
}

function jsonRows(rows: readonly unknown[]): string {
  if (rows.length === 0) return '[]';
  return `[\n${rows.map((row) => `      ${JSON.stringify(row)}`).join(',\n')}\n    ]`;
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}
