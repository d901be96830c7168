import type { ResultRow } from '../engines/engine.js';
import { mention } from '../options/mention.js';
import type { ReportOptions } from '../options/options.js';
import { addDays, daysBetween } from './periods.js';
import type { DayOfChats, EdgeDay } from './range.js';

/** A shorter range tells too little of when days begin and end. */
const fewestDays = 7;
const graceSeconds = 2 * 3600;

export function dayOfChats({ day, chats, first_at, last_at }: ResultRow): DayOfChats {
  return { day: String(day), chats: Number(chats), firstAt: String(first_at), lastAt: String(last_at) };
}

/**
 * The days at the ends of the range that are not whole (metrics.md, section 7): `--from` and `--to` do not name that end, and
 * the first (last) chat of the day starts more than two hours later (earlier) than that of every other day.
 */
export function edgeDays(
  days: readonly DayOfChats[],
  { from, to, edgeDays: choice }: Pick<ReportOptions, 'from' | 'to' | 'edgeDays'>,
): EdgeDay[] {
  const inRange = days.filter(
    ({ firstAt, lastAt }) => (from === null || lastAt >= from) && (to === null || firstAt < to),
  );
  const [first, last] = [inRange[0], inRange.at(-1)];
  if (choice === 'keep' || !first || !last) return [];
  const length = daysBetween(from?.slice(0, 10) ?? first.day, to?.slice(0, 10) ?? addDays(last.day, 1));
  if (length < fewestDays) return [];
  const others = (own: DayOfChats) => inRange.filter((day) => day !== own);
  const latestFirst = Math.max(...others(first).map(({ firstAt }) => clockSeconds(firstAt)));
  const earliestLast = Math.min(...others(last).map(({ lastAt }) => clockSeconds(lastAt)));
  const isLate = from === null && clockSeconds(first.firstAt) > latestFirst + graceSeconds;
  const isEarly = to === null && clockSeconds(last.lastAt) < earliestLast - graceSeconds;
  if (inRange.length < 2) return [];
  return [
    ...(isLate ? [{ ...first, end: 'first' as const }] : []),
    ...(isEarly ? [{ ...last, end: 'last' as const }] : []),
  ];
}

function clockSeconds(moment: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = moment.slice(11).split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** What to say of days that averages leave out. */
export function edgeDayNotes(edges: readonly EdgeDay[]): string[] {
  return edges.map(({ day, chats, firstAt, lastAt, end }) => {
    const when = end === 'first' ? `only from ${firstAt.slice(11)} on` : `only up to ${lastAt.slice(11)}`;
    const counted = `${chats.toLocaleString('en')} ${chats === 1 ? 'chat' : 'chats'}`;
    return `The files cover ${day} ${when}: averages per day and per weekday leave out this day and its ${counted}; all counts keep them. To count it as a whole day: ${mention('edgeDays', 'keep')}.`;
  });
}
