import { dateInWords } from '../../src/presentation/report-in-words.js';

export interface MadeUpPeriod {
  period_start: string;
  period_end: string;
  period_label: string;
  is_partial: boolean;
}

/** `YYYY-MM-DD` so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Periods that cover so many days from a date on; for these reports a month has 30 days. */
export function periodsOf(from: string, days: number, period: 'day' | 'week' | 'month'): MadeUpPeriod[] {
  const length = { day: 1, week: 7, month: 30 }[period];
  return Array.from({ length: Math.ceil(days / length) }, (_, index) => {
    const start = addDays(from, index * length);
    const end = addDays(start, length);
    const last = dateInWords(addDays(end, -1));
    const label = length === 1 ? dateInWords(start) : `${dateInWords(start)} - ${last}`;
    return {
      period_start: start,
      period_end: end,
      period_label: label,
      is_partial: (index + 1) * length > days,
    };
  });
}
