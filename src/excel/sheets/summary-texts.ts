import { changeBasis } from '../../presentation/change-basis.js';
import { findings, withoutFindings } from '../../presentation/findings/findings.js';
import { optionsInWords } from '../../presentation/options-in-words.js';
import { verdictOf } from '../../presentation/verdict.js';
import { shortened } from '../../options/shortened.js';
import type { Sheet } from '../workbook.js';
import type { Context, SheetNames } from './context.js';
import { firstColumn } from './frame.js';
import { lineHeight, wrappedLines } from './widths.js';

/** First and last column of the summary's left part. */
const leftColumns = [firstColumn, firstColumn + 6] as const;
/** The column of links and options, and of what is said beside them. */
const sideColumn = firstColumn + 8;

/** A caption with a rule under it; returns the row after it. */
export function addSection(
  sheet: Sheet,
  row: number,
  value: string,
  [from, to]: readonly [number, number] = leftColumns,
): number {
  for (let column = from; column <= to; column++) {
    sheet.cells.push({ row, column, value: column === from ? value : null, style: 'section' });
  }
  return row + 1;
}

/** What became of the rows, in one line above all else: amber where many were rejected. */
export function addVerdict(sheet: Sheet, { report }: Context, row: number): void {
  const { text, isDoubtful } = verdictOf(report.data_quality);
  const [from, to] = leftColumns;
  const style = isDoubtful ? 'verdict.doubtful' : 'verdict';
  for (let column = from; column <= (isDoubtful ? to : from); column++)
    sheet.cells.push({ row, column, value: column === from ? text : null, style });
}

/** Says between which two stretches of time the changes are; returns the row after it. */
export function addChangeLine(sheet: Sheet, { report }: Context, row: number): number {
  const basis = changeBasis(report);
  const noun = report.comparison ? 'range' : report.options.period;
  const value = basis
    ? `Changes are those of ${basis.current.label} against ${basis.previous.label}${report.comparison ? '' : `, the last whole ${noun} and the one before it`}.`
    : `No change is shown: the range has no two whole ${noun}s that follow each other.`;
  sheet.cells.push({ row, column: firstColumn, value, style: 'remark' });
  return row + 1;
}

/** The findings, each with its name before it; nothing where there are none. Returns the row after them. */
export function addFindings(sheet: Sheet, { report, names }: Context, start: number): number {
  const found = findings(report);
  const none = withoutFindings(report);
  if (found.length === 0 && none === null) return start;
  const [from, to] = leftColumns;
  const width = sheet.columnWidths.slice(from, to).reduce((sum, one) => sum + one, 0);
  let row = addSection(sheet, start, 'What stands out');
  if (none !== null) sheet.cells.push({ row, column: from, value: none, style: 'text' });
  if (none !== null) return row + 2;
  for (const { title, text, table } of found) {
    const link = { sheet: names[table], cell: 'A1' };
    sheet.cells.push({ row, column: from, value: title, style: 'text.strong', link });
    for (let column = from + 1; column <= to; column++)
      sheet.cells.push({ row, column, value: column === from + 1 ? text : null, style: 'text' });
    sheet.merges.push({ row, column: from + 1, toRow: row, toColumn: to });
    sheet.rowHeights[row] = lineHeight(wrappedLines(text, width)) + 2;
    row += 1;
  }
  return row + 1;
}

const linked: [keyof SheetNames, string][] = [
  ['chat_metrics', 'volume, users and deflection in each period'],
  ['agent_metrics', 'speed and satisfaction of each agent'],
  ['agents_compared', 'each agent in this range and the one it is compared with'],
  ['agent_metrics_by_period', 'the same in each period'],
  ['half_hourly_chats', 'when chats start'],
  ['weekday_half_hourly_chats', 'the busiest hours of the week, and chats at the same time'],
  ['agent_activity', 'busy time, free time and occupancy'],
  ['agent_activity_by_shift', 'the same, shift by shift'],
  ['closing_reasons', 'why chats were closed'],
  ['chats', 'every chat, for pivots of your own'],
  ['data_quality', 'what became of every row of the input'],
  ['definitions', 'what each figure means'],
];

/** The way to every other sheet; returns the row after it. */
export function addLinks(sheet: Sheet, { names }: Context, start: number): number {
  let row = addSection(sheet, start, 'In this workbook', [sideColumn, sideColumn + 1]);
  for (const [id, what] of linked) {
    const name = names[id];
    if (name === undefined) continue;
    const link = { sheet: name, cell: 'A1' };
    sheet.cells.push({ row, column: sideColumn, value: name, style: 'link', link });
    sheet.cells.push({ row, column: sideColumn + 1, value: what, style: 'remark' });
    row += 1;
  }
  return row + 1;
}

/** The choices that the report was made with. */
export function addOptions(sheet: Sheet, { report }: Context, start: number): void {
  let row = addSection(sheet, start, 'How it was measured', [sideColumn, sideColumn + 1]);
  for (const [label, value] of optionsInWords(report)) {
    sheet.cells.push({ row, column: sideColumn, value: label, style: 'remark' });
    sheet.cells.push({ row, column: sideColumn + 1, value: shortened(value, 70), style: 'plain' });
    row += 1;
  }
}
