import { spokenName } from '../metrics/wording.js';
import type { Report, Row } from '../report/report.js';
import { agentsThatDiffer } from './agents-that-differ.js';
import { changeBasis, type ChangeBasis, type Side } from './change-basis.js';
import { differingInWords } from './differing-in-words.js';
import { changeOf, figureInWords, type Change } from './figures.js';
import { halfHourRange } from './half-hours.js';
import { keyFigures, type KeyFigure } from './key-figures.js';

/** One thing that a reader of the report should know, computed from its figures. */
export interface Finding {
  id: 'busiest_half_hour' | 'largest_change' | 'late_first_responses';
  title: string;
  /** A whole sentence with its figures and the number of chats behind them. */
  text: string;
}

/** Nothing is concluded from fewer chats than this. */
const fewestChats = 30;

/** What stands out in a report: at most three findings, each left out where too few chats are behind it. */
export function findings(report: Report): Finding[] {
  return [busiestHalfHour(report), largestChange(report), lateFirstResponses(report)].filter(
    (finding) => finding !== null,
  );
}

const count = (value: Row[string] | undefined) => figureInWords('count', value);
const seconds = (value: Row[string] | undefined) => `${figureInWords('seconds', value)} s`;

function busiestHalfHour({ tables, source }: Report): Finding | null {
  const rows = tables.half_hourly_chats;
  const all = rows.reduce((sum, row) => sum + Number(row['chats']), 0);
  const most = Math.max(...rows.map((row) => Number(row['chats'])));
  const [first, ...equal] = rows.filter((row) => row['chats'] === most);
  if (!first || all < fewestChats) return null;
  const others = equal.length === 0 ? '' : `; ${equallyBusy(equal.length)}`;
  const aDay = source.days > 1 ? `, ${figureInWords('number', first['chats_per_day'])} a day` : '';
  return {
    id: 'busiest_half_hour',
    title: 'Busiest half hour',
    text: `Most chats start from ${halfHourRange(String(first['half_hour'])).replace(' - ', ' to ')}: ${count(most)}${aDay}, ${figureInWords('rate', first['share_rate'])} of all${others}.`,
  };
}

const equallyBusy = (others: number) =>
  others === 1 ? 'one other half hour has as many' : `${String(others)} other half hours have as many`;

function largestChange(report: Report): Finding | null {
  const basis = changeBasis(report);
  if (!basis) return null;
  const figures = keyFigures(report);
  const ranked = figures
    .filter(({ unit }) => basis.isEven || unit !== 'count')
    .filter((figure) => isFirm(figure, basis.current) && isFirm(figure, basis.previous))
    .map((figure) => ({ figure, ...sidesOf(figure, basis) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size);
  const [largest] = ranked;
  if (!largest) return null;
  const { figure } = largest;
  const twin = figures.find(({ id }) => id === figure.twin);
  return {
    id: 'largest_change',
    title: 'Largest change',
    text: `${movedInWords(figure, largest, ` (${basis.previous.label})`, ` (${basis.current.label})`)}${twin ? twinInWords(twin, basis) : ''}`,
  };
}

/** How the figure moved that is told with another one, in the same words; nothing where it is not measured. */
function twinInWords(twin: KeyFigure, basis: ChangeBasis): string {
  if (twin.value === null || !isFirm(twin, basis.current) || !isFirm(twin, basis.previous)) return '';
  return ` ${movedInWords(twin, sidesOf(twin, basis))}`;
}

/** From what to what a figure moved, in a sentence; `was` and `is` are said after the two values. */
function movedInWords(
  figure: KeyFigure,
  { now, before, change }: ReturnType<typeof sidesOf>,
  was = '',
  is = '',
): string {
  const shown = (value: number) =>
    figure.unit === 'seconds' ? seconds(value) : figureInWords(figure.unit, value);
  const name = spokenName(figure.metric);
  if (now === before) return `${name} stayed at ${shown(now)}.`;
  return `${name} ${now > before ? 'rose' : 'fell'} by ${sizeInWords(change)}: from ${shown(before)}${was} to ${shown(now)}${is}.`;
}

/** Does a key figure rest on enough chats? A count rests on the chats that came in; what a side does not count is not firm. */
function isFirm({ table, metric }: KeyFigure, side: Side): boolean {
  return (metric.n ?? ['incoming_chats']).every((n) => Number(side[table][n] ?? 0) >= fewestChats);
}

function sidesOf({ id, table, unit }: KeyFigure, { current, previous }: ChangeBasis) {
  const [now, before] = [Number(current[table][id] ?? 0), Number(previous[table][id] ?? 0)];
  const size = before === 0 ? 0 : Math.abs(now - before) / before;
  return { now, before, size, change: changeOf(unit, now, before) };
}

function sizeInWords(change: Change | null): string {
  const size = Math.abs(change?.amount ?? 0);
  return change?.kind === 'points'
    ? `${figureInWords('seconds', size * 100)} percentage points`
    : figureInWords('rate', size);
}

/** The agents who answer late far more often than the others; a mean would name whoever had one very late chat. */
function lateFirstResponses(report: Report): Finding | null {
  const differing = agentsThatDiffer(report).first_response_within_target_rate;
  const text = differingInWords(report, { ...differing, above: [] });
  return text === '' ? null : { id: 'late_first_responses', title: 'Late first responses', text };
}
