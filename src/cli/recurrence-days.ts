/** A rule by which whole days recur, as RFC 5545 has it. Days are counted from 1 January 1970. */
export interface DayRule {
  frequency: 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY';
  interval: number;
  /** How many times, the first among them; null: without end. */
  count: number | null;
  /** No day is later. */
  last: number;
  /** 1 = January. */
  months?: number[] | undefined;
  /** From the end where negative. */
  monthDays?: number[] | undefined;
  yearDays?: number[] | undefined;
  /** 0 = Sunday; `place` is which of them in the month or year, null each. */
  weekdays?: { weekday: number; place: number | null }[] | undefined;
  /** Which of the days of a period are meant. */
  places?: number[] | undefined;
  weekStart: number;
}

const dayMs = 86_400_000;
const dayAt = (year: number, month: number): number => Date.UTC(year, month, 1) / dayMs;
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The days of a rule from the first on; `look` is told how many days are looked at, and may throw. */
export function* daysByRule(given: DayRule, first: number, look: (days: number) => void): Generator<number> {
  const rule = withDayOfStart(given, first);
  let count = rule.count ?? Infinity;
  for (const period of periodsOf(rule, first)) {
    look(period.length + 1);
    const days = placed(
      period.filter((day) => isOfRule(rule, day)),
      rule.places,
    );
    for (const day of days) {
      if (day < first) continue;
      if (day > rule.last || count-- <= 0) return;
      yield day;
    }
  }
}

/** The rule with what it takes from its start: 29 February is no day of a common year, and not 1 March either. */
function withDayOfStart(rule: DayRule, first: number): DayRule {
  if (rule.monthDays ?? rule.yearDays ?? rule.weekdays) return rule;
  const date = new Date(first * dayMs);
  if (rule.frequency === 'DAILY') return rule;
  if (rule.frequency === 'WEEKLY') return { ...rule, weekdays: [{ weekday: weekdayOf(first), place: null }] };
  const monthDays = [date.getUTCDate()];
  if (rule.frequency === 'MONTHLY') return { ...rule, monthDays };
  return { ...rule, monthDays, months: rule.months ?? [date.getUTCMonth() + 1] };
}

/** The days of every period that the rule looks at, without those of other months. */
function* periodsOf(rule: DayRule, first: number): Generator<number[]> {
  const date = new Date(first * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  for (let ahead = 0; ; ahead += rule.interval) {
    const period = periodAt(rule, { first, year, month }, ahead);
    // A date too far away for JavaScript is no number.
    if (!(period.start <= rule.last)) return;
    yield period.days();
  }
}

interface Start {
  first: number;
  year: number;
  month: number;
}

function periodAt(
  rule: DayRule,
  { first, year, month }: Start,
  ahead: number,
): { start: number; days: () => number[] } {
  const { frequency, months, weekStart } = rule;
  if (frequency === 'DAILY') return { start: first + ahead, days: () => [first + ahead] };
  if (frequency === 'WEEKLY') {
    const start = first - ((weekdayOf(first) - weekStart + 7) % 7) + 7 * ahead;
    return { start, days: () => between(start, start + 7) };
  }
  if (frequency === 'MONTHLY')
    return { start: dayAt(year, month + ahead), days: () => daysOfMonth(rule, year, month + ahead) };
  const wanted = [...(months ?? between(1, 13))].sort((a, b) => a - b);
  return {
    start: dayAt(year + ahead, 0),
    days: () => wanted.flatMap((at) => daysOfMonth(rule, year + ahead, at - 1)),
  };
}

const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

/** The days of a month that the rule names by number; all days where it names none. */
function daysOfMonth({ monthDays }: DayRule, year: number, month: number): number[] {
  const [from, to] = [dayAt(year, month), dayAt(year, month + 1)];
  if (!monthDays) return between(from, to);
  const days = monthDays.map((place) => (place > 0 ? from + place - 1 : to + place));
  return [...new Set(days)].filter((day) => day >= from && day < to).sort((a, b) => a - b);
}

function isOfRule(rule: DayRule, day: number): boolean {
  const { frequency, months, monthDays, yearDays, weekdays } = rule;
  if (!months && !monthDays && !yearDays && !weekdays) return true;
  const date = new Date(day * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const ofMonth = (): Span => [dayAt(year, month), dayAt(year, month + 1)];
  const ofYear = (): Span => [dayAt(year, 0), dayAt(year + 1, 0)];
  const ofWeekdays = frequency === 'YEARLY' && !months ? ofYear : ofMonth;
  return (
    (!months || months.includes(month + 1)) &&
    (!monthDays || isPlaceOf(monthDays, day, ofMonth(), 1)) &&
    (!yearDays || isPlaceOf(yearDays, day, ofYear(), 1)) &&
    (!weekdays ||
      weekdays.some(
        ({ weekday, place }) =>
          weekday === weekdayOf(day) && (place === null || isPlaceOf([place], day, ofWeekdays(), 7)),
      ))
  );
}

type Span = readonly [from: number, to: number];

/** Whether a day is at one of the places in a span, counted in steps from its first day, or from its last where negative. */
function isPlaceOf(places: readonly number[], day: number, [from, to]: Span, step: number): boolean {
  const fromFirst = Math.floor((day - from) / step) + 1;
  const fromLast = -Math.floor((to - 1 - day) / step) - 1;
  return places.includes(fromFirst) || places.includes(fromLast);
}

function placed(days: readonly number[], places: readonly number[] | undefined): readonly number[] {
  if (!places) return days;
  return days.filter((_, at) => places.includes(at + 1) || places.includes(at - days.length));
}
