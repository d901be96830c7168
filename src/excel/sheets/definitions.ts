import { catalog, tableIds } from '../../metrics/catalog.js';
import { chatTable } from '../../metrics/chat-columns.js';
import type { Unit } from '../../metrics/metric.js';
import { headingOf, meaningOf } from '../../metrics/wording.js';
import type { CellValue, Sheet, TableColumn } from '../workbook.js';
import { Blocks } from './blocks.js';
import { tabColors, type Context } from './context.js';
import { firstColumn, framedSheet, headingRow } from './frame.js';
import { reportDays, smallN } from './names.js';
import { daysDividedBy } from '../../presentation/range-ends.js';
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
  blocks.section('Numbers that formulas of this workbook use', 2);
  addNames(sheet, blocks, context);
  blocks.gap();
  blocks.section('Figures', widths.length);
  sheet.print.titleRows = [blocks.next, blocks.next];
  blocks.table('Definitions', definitionColumns, definitions(context));
  return sheet;
}

/** Each is a cell with a name: a change here changes what is grey, and what is per day, on all sheets. */
function addNames(sheet: Sheet, blocks: Blocks, { report }: Context): void {
  const numbers: [string, string, number][] = [
    [smallN, 'a figure of fewer chats is in grey italics', report.options.small_n],
    [reportDays, 'days that chats per day are divided by', daysDividedBy(report)],
  ];
  sheet.names = numbers.map(([name, what, value]) => {
    const place = { row: blocks.next, column: firstColumn + 1 };
    blocks.number(`${name}: ${what}`, value);
    return { name, ...place };
  });
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
  const tables = tableIds.map((id) => ({ sheet: names[id], columns: catalog[id].columns }));
  const chats = names.chats === undefined ? [] : [{ sheet: names.chats, columns: chatTable.columns }];
  for (const { sheet, columns } of [...tables, ...chats]) {
    for (const metric of columns) {
      const values = [headingOf(metric, wording), meaningOf(metric, wording), units[metric.unit], metric.id];
      const entry = found.get(values.join('\n')) ?? { values, sheets: [] };
      entry.sheets.push(sheet);
      found.set(values.join('\n'), entry);
    }
  }
  return [...found.values()].map(({ values, sheets }) => [...values, sheets.join(', ')]);
}
