import type { DateOrder } from '../../reading/dates/layout.js';

/** How a date is read under one order. */
export interface DateReading {
  order: DateOrder;
  /** Such as `5 July 2021`; null where it cannot be read so. */
  text: string | null;
}

export const orderNames: Record<DateOrder, string> = {
  dmy: 'Day, month, year',
  mdy: 'Month, day, year',
  ymd: 'Year, month, day',
};

const places: Record<DateOrder, [year: number, month: number, day: number]> = {
  dmy: [3, 2, 1],
  mdy: [3, 1, 2],
  ymd: [1, 2, 3],
};

/** How a date that is written with three numbers is read under every order; none where its order is plain. */
export function dateReadings(written: string): DateReading[] {
  const match = /^\s*(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?!\d)/.exec(written);
  if (!match || match[1]?.length === 4) return [];
  return (Object.keys(places) as DateOrder[]).map((order) => {
    const [year = 0, month = 0, day = 0] = places[order].map((place) => Number(match[place]));
    return { order, text: dayText(year < 100 ? year + 2000 : year, month, day) };
  });
}

function dayText(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1900 && year < 2200;
  return isReal
    ? date.toLocaleDateString(undefined, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
    : null;
}

/** The date that shows best in which order dates are written: of those that can be read in most ways the first. */
export function tellingDate(values: Iterable<string>): string | null {
  let best: { value: string; ways: number } | null = null;
  for (const value of values) {
    const ways = new Set(dateReadings(value).flatMap(({ text }) => text ?? [])).size;
    if (!best || ways > best.ways) best = { value, ways };
    if (ways > 1) break;
  }
  return best?.value ?? null;
}
