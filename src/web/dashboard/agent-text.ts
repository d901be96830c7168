import { allAgents } from '../../metrics/catalog.js';
import type { Metric } from '../../metrics/metric.js';
import { headingOf, wordingOf } from '../../metrics/wording.js';
import type { Report, Row } from '../../report/report.js';
import { textTable, valueAsText } from './plain-table.js';

/** The table of agents as it is shown, as text for spreadsheets. */
export function agentsAsText(report: Report, figures: readonly Metric[], rows: readonly Row[]): string {
  const wording = wordingOf(report.options);
  return textTable([
    ['Agent', ...figures.map((metric) => headingOf(metric, wording))],
    ...rows.map((row) => [
      String(row['agent'] ?? allAgents),
      ...figures.map(({ id }) => valueAsText(row[id])),
    ]),
  ]);
}
