import { allAgents, catalog, metricOf } from '../../metrics/catalog.js';
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

const compared = (id: string) => metricOf('agent_metrics', id);

/** What is compared of each agent, and the counts that it rests on. */
const figures = catalog.agent_metrics.columns.filter(({ isMain }) => isMain);
const counts = [...new Set(figures.flatMap(({ n = [] }) => n))].map(compared);

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
  sheet.cells.push(...overallCells(allAgents, columns, [null, ...valuesOf(overall, above)]));
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
  const few = (n: string[]) => (n.length > 0 ? { few: { n, below: smallN } } : {});
  return [
    { heading: 'Agent', kind: 'text' },
    ...figures.flatMap((metric): TableColumn[] => {
      const kind = kinds[metric.unit];
      const heading = headingOf(metric, wording);
      const own = (metric.n ?? []).map((id) => headingOf(compared(id), wording));
      const before = own.map((n) => `${n}, ${other}`);
      return [
        { heading, kind, ...few(own) },
        { heading: `${heading}, ${other}`, kind, ...few(before) },
        {
          heading: `Difference of ${heading}`,
          kind: differenceKind(kind),
          ...few([...own, ...before]),
        },
      ];
    }),
    ...counts.flatMap((metric): TableColumn[] => {
      const heading = headingOf(metric, wording);
      return [
        { heading, kind: 'count' },
        { heading: `${heading}, ${other}`, kind: 'count' },
      ];
    }),
  ];
}

/** The values after the name, in the order of the columns; `cell` refers to a column in their row. */
function valuesOf(byMetric: ByMetric, cell: (column: number) => string): CellValue[] {
  return [
    ...figures.flatMap(({ id }, index): CellValue[] => {
      const figure = byMetric.get(id);
      const formula = `${cell(1 + 3 * index)}-${cell(2 + 3 * index)}`;
      const differ = liveDifference(formula, figure?.difference);
      return [figure?.value ?? null, figure?.other_value ?? null, differ];
    }),
    ...counts.flatMap(({ id }) => [byMetric.get(id)?.value ?? null, byMetric.get(id)?.other_value ?? null]),
  ];
}
