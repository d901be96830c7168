import { catalog, tableIds } from '../../metrics/catalog.js';
import { chatTable } from '../../metrics/chat-columns.js';
import { definitionsOf, howToReadDefinitions } from '../../presentation/definitions.js';
import type { CellValue, Sheet, TableColumn } from '../workbook.js';
import { Blocks } from './blocks.js';
import { tabColors, type Context } from './context.js';
import { firstColumn, framedSheet, headingRow } from './frame.js';
import { reportDays, smallN } from './names.js';
import { daysDividedBy } from '../../presentation/range-ends.js';
import { optionsInWords } from '../../presentation/options-in-words.js';

const widths = [44, 90, 18, 36, 40];

/** What every figure means, with the options in use. */
export function definitionsSheet(context: Context): Sheet {
  const name = context.names.definitions;
  const explanation = `What every heading means and the choices that the report was made with. ${howToReadDefinitions}`;
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

const definitionColumns = ['Heading', 'Meaning', 'Unit', 'Name in JSON and CSV', 'Sheets'].map(
  (heading): TableColumn => ({ heading, kind: 'prose' }),
);

/** One row per figure; the same figure on several sheets is one row. */
function definitions({ names, wording }: Context): CellValue[][] {
  const tables = tableIds.map((id) => ({ name: names[id], columns: catalog[id].columns }));
  const chats = names.chats === undefined ? [] : [{ name: names.chats, columns: chatTable.columns }];
  return definitionsOf([...tables, ...chats], wording).map(
    ({ heading, meaning, unit, id, tables: sheets }) => [heading, meaning, unit, id, sheets.join(', ')],
  );
}
