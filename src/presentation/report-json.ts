import packageJson from '../../package.json' with { type: 'json' };
import { catalog } from '../metrics/catalog.js';
import type { Comparison, Report } from '../report/report.js';
import { findings } from './findings/findings.js';
import { agentSignals, seriesSignals } from './signals.js';

/** The mark of a report in JSON, by which it is known when it is found among exports. */
export const generator = 'Chat Metrics';

/** Changes where a program that reads reports in JSON has to. */
export const schemaVersion = 1;

/** A report as JSON, from which it can be read back; one row of a table per line, so that a difference between two reports reads well. */
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
  return indented(found, toNineDigits);
}

function signalsJson(report: Report): string {
  const { note, points } = seriesSignals(report);
  return `{
    "agents": ${jsonRows(agentSignals(report), toNineDigits)},
    "series_note": ${JSON.stringify(note)},
    "series": ${jsonRows(points, toNineDigits)}
  }`;
}

/** Estimates to nine digits: the last ones of a double depend on how a browser computes a logarithm. */
const toNineDigits: Replacer = (_, value) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value;

type Replacer = (key: string, value: unknown) => unknown;

function comparisonJson(comparison: Comparison | null): string {
  if (comparison === null) return 'null';
  const { figures, ...range } = comparison;
  return `${indented(range).replace(/\n {2}\}$/, ',')}
    "figures": ${jsonRows(figures)}
  }`;
}

function jsonRows(rows: readonly unknown[], replacer?: Replacer): string {
  if (rows.length === 0) return '[]';
  return `[\n${rows.map((row) => `      ${JSON.stringify(row, replacer)}`).join(',\n')}\n    ]`;
}

function indented(value: unknown, replacer?: Replacer): string {
  return JSON.stringify(value, replacer, 2).replaceAll('\n', '\n  ');
}
