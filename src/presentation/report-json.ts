import { catalog } from '../metrics/catalog.js';
import type { Comparison, Report } from '../report/report.js';
import { findings } from './findings/findings.js';
import { agentSignals, seriesSignals } from './signals.js';

/** A report as JSON, from which it can be read back; one row of a table per line, so that a difference between two reports reads well. */
export function jsonText(report: Report): string {
  const tables = Object.entries(report.tables).map(
    ([name, rows]) => `    ${JSON.stringify(name)}: ${jsonRows(rows)}`,
  );
  return `{
  "options": ${indented(report.options)},
  "source": ${indented(report.source)},
  "tables": {
${tables.join(',\n')}
  },
  "days": ${jsonRows(report.days)},
  "comparison": ${comparisonJson(report.comparison)},
  "findings": ${findingsJson(report)},
  "signals": ${signalsJson(report)},
  "data_quality": ${indented(report.data_quality)}
}
`;
}

/** What stands out, in the words of every face, with the table that has its figures: its name here and its sheet. */
function findingsJson(report: Report): string {
  const found = findings(report).map(({ table, picture, ...finding }) => ({
    ...finding,
    link: { table, sheet: table === 'data_quality' ? 'Data Quality' : catalog[table].title },
    picture,
  }));
  return indented(found);
}

function signalsJson(report: Report): string {
  const { note, points } = seriesSignals(report);
  return `{
    "agents": ${jsonRows(agentSignals(report))},
    "series_note": ${JSON.stringify(note)},
    "series": ${jsonRows(points)}
  }`;
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
