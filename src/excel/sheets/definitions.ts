import { catalog, tableIds } from '../../metrics/catalog.js';
import type { Unit } from '../../metrics/metric.js';
import { headingOf, meaningOf } from '../../metrics/wording.js';
import type { CellValue, Sheet, TableColumn } from '../workbook.js';
import { Blocks } from './blocks.js';
import { tabColors, type Context } from './context.js';
import { framedSheet, headingRow } from './frame.js';
import { optionsInWords } from '../../presentation/options-in-words.js';

const widths = [44, 90, 18, 36, 40];

const units: Record<Unit, string> = {
  count: 'count',
  rate: 'percent',
  seconds: 'seconds',
  duration_seconds: 'h:mm:ss',
  score: 'rating',
  number: 'number',
  text: 'text',
  date: 'date',
  datetime: 'date and time',
  boolean: 'Yes or No',
  weekday: 'day of the week',
  half_hour: 'half hour',
};

/** What every figure means, with the options in use. */
export function definitionsSheet(context: Context): Sheet {
  const name = context.names.definitions;
  const explanation =
    'What every heading means and the choices that the report was made with. A share or mean of nothing is empty, never 0.';
  const sheet = framedSheet(context, { name, tabColor: tabColors.reference, title: name, explanation });
  sheet.columnWidths.push(...widths);
  const blocks = new Blocks(sheet, headingRow - 1);
  blocks.section('Options in use', 2);
  for (const [label, value] of optionsInWords(context.report)) blocks.pair(label, value);
  blocks.gap();
  blocks.section('Figures', widths.length);
  blocks.table('Definitions', definitionColumns, definitions(context));
  return sheet;
}

const definitionColumns: TableColumn[] = [
  { heading: 'Heading', kind: 'prose' },
  { heading: 'Meaning', kind: 'prose' },
  { heading: 'Unit', kind: 'prose' },
  { heading: 'Name in JSON and CSV', kind: 'prose' },
  { heading: 'Sheets', kind: 'prose' },
];

/** One row per figure; the same figure on several sheets is one row. */
function definitions({ names, wording }: Context): CellValue[][] {
  const found = new Map<string, { values: string[]; sheets: string[] }>();
  for (const id of tableIds) {
    for (const metric of catalog[id].columns) {
      const values = [headingOf(metric, wording), meaningOf(metric, wording), units[metric.unit], metric.id];
      const entry = found.get(values.join('\n')) ?? { values, sheets: [] };
      entry.sheets.push(names[id]);
      found.set(values.join('\n'), entry);
    }
  }
  return [...found.values()].map(({ values, sheets }) => [...values, sheets.join(', ')]);
}
