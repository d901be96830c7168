import { catalog } from '../../metrics/catalog.js';
import type { Metric } from '../../metrics/metric.js';
import { headingOf } from '../../metrics/wording.js';
import { rangeDaysInWords } from '../../presentation/report-in-words.js';
import type { ComparedFigure, Comparison } from '../../report/report.js';
import { cellRef } from '../refs.js';
import type { CellValue, Sheet, TableColumn } from '../workbook.js';
import { kinds } from './columns.js';
import { differenceKind, liveDifference, otherRange } from './compared-parts.js';
import { tabColors, type Context } from './context.js';
import { fitColumns } from './fit-columns.js';
import { structured } from './formulas.js';
import { firstColumn, framedSheet, headingRow, wrapExplanation } from './frame.js';
import { smallN } from './names.js';
import { faintOverall, overallCells } from './overall-row.js';

const tableName = 'AgentMetricsCompared';

/** What is compared of each agent, with the count that it rests on. */
const figures: readonly (readonly [metric: string, n: string | null])[] = [
  ['chats_resolved', null],
  ['first_response_avg_seconds', 'first_response_chats'],
  ['resolution_avg_seconds', 'resolution_chats'],
  ['csat_avg', 'csat_rated_chats'],
  ['csat_satisfied_rate', 'csat_rated_chats'],
];
const counts = ['first_response_chats', 'resolution_chats', 'csat_rated_chats'];

type ByMetric = Map<string, ComparedFigure>;

/** The sheet with the main figures of each agent in both ranges, and how they differ; none where no range is compared. */
export function comparedAgentsSheets(context: Context): Sheet[] {
  const { comparison } = context.report;
  const name = context.names.agents_compared;
  if (!comparison || name === undefined) return [];
  const explanation = `Each agent in ${rangeDaysInWords(context.report)} and in ${otherRange(comparison)}. Grey italics: fewer than ${String(context.report.options.small_n)} chats behind a figure (${smallN} on Definitions).`;
  const sheet = framedSheet(context, { name, tabColor: tabColors.analysis, title: name, explanation });
  const columns = columnsOf(context, comparison);
  const inTable = (index: number) => structured(tableName, columns[index]?.heading ?? '', true);
  const above = (index: number) => cellRef(headingRow - 1, firstColumn + index);
  const byAgent = figuresByAgent(comparison);
  const overall = byAgent.get(null) ?? new Map<string, ComparedFigure>();
  byAgent.delete(null);
  const rows = [...byAgent].map(([agent, byMetric]) => [agent, ...valuesOf(byMetric, inTable)]);
  sheet.tables.push({ name: tableName, row: headingRow, column: firstColumn, columns, rows });
  sheet.cells.push(...overallCells('All agents', columns, [null, ...valuesOf(overall, above)]));
  sheet.conditions.push(...faintOverall(columns));
  fitColumns(sheet, columns);
  wrapExplanation(sheet);
  sheet.frozen = { rows: headingRow, columns: firstColumn };
  sheet.print = { ...sheet.print, titleRows: [headingRow, headingRow] };
  return [sheet];
}

function figuresByAgent({ figures: all }: Comparison): Map<string | null, ByMetric> {
  const agents = new Map<string | null, ByMetric>();
  for (const figure of all) {
    if (figure.table !== 'agent_metrics') continue;
    const byMetric = agents.get(figure.agent) ?? new Map<string, ComparedFigure>();
    agents.set(figure.agent, byMetric.set(figure.metric, figure));
  }
  return agents;
}

function columnsOf({ wording }: Context, comparison: Comparison): TableColumn[] {
  const other = otherRange(comparison);
  const heading = (id: string) => headingOf(metricOf(id), wording);
  const few = (...headings: string[]) => ({ few: { n: headings, below: smallN } });
  return [
    { heading: 'Agent', kind: 'text' },
    ...figures.flatMap(([id, n]): TableColumn[] => {
      const kind = kinds[metricOf(id).unit];
      const own = n === null ? {} : few(heading(n));
      const before = n === null ? {} : few(`${heading(n)}, ${other}`);
      const both = n === null ? {} : few(heading(n), `${heading(n)}, ${other}`);
      return [
        { heading: heading(id), kind, ...own },
        { heading: `${heading(id)}, ${other}`, kind, ...before },
        { heading: `Difference of ${heading(id)}`, kind: differenceKind(kind), ...both },
      ];
    }),
    ...counts.flatMap((id): TableColumn[] => [
      { heading: heading(id), kind: 'count' },
      { heading: `${heading(id)}, ${other}`, kind: 'count' },
    ]),
  ];
}

/** The values after the name, in the order of the columns; `cell` refers to a column in their row. */
function valuesOf(byMetric: ByMetric, cell: (column: number) => string): CellValue[] {
  return [
    ...figures.flatMap(([id], index): CellValue[] => {
      const figure = byMetric.get(id);
      const formula = `${cell(1 + 3 * index)}-${cell(2 + 3 * index)}`;
      const differ = liveDifference(formula, figure?.difference);
      return [figure?.value ?? null, figure?.other_value ?? null, differ];
    }),
    ...counts.flatMap((id) => [byMetric.get(id)?.value ?? null, byMetric.get(id)?.other_value ?? null]),
  ];
}

function metricOf(id: string): Metric {
  const metric = catalog.agent_metrics.columns.find((column) => column.id === id);
  if (!metric) throw new Error(`the catalog has no agent_metrics.${id}`);
  return metric;
}
