import { businessHours } from '../options/business-hours.js';
import { calendarDays } from '../report/periods.js';
import type { Report } from '../report/report.js';

const slotMinutes = 30;
const slots = 48;

/**
 * How much of each half hour of the day lies in business hours, over all days of the report: 48 shares from 0 to 1.
 * Ranges over midnight and holidays count by the rules of metrics.md, section 6.
 */
export function businessShares({ options, source }: Report): number[] {
  const minutes = openMinutes(options);
  const { range_from, range_to } = source;
  const days = calendarDays(range_from, range_to, {
    period: 'day',
    weekStart: 1,
    holidays: options.holidays,
  });
  return Array.from({ length: slots }, (_, slot) => {
    const open = days.reduce((sum, day) => {
      const own = day.is_holiday ? 0 : (minutes.get(key(day.weekday, slot, 'own')) ?? 0);
      const since = day.is_day_after_holiday ? 0 : (minutes.get(key(day.weekday, slot, 'before')) ?? 0);
      return sum + Math.min(slotMinutes, own + since);
    }, 0);
    return days.length === 0 ? 0 : open / (slotMinutes * days.length);
  });
}

const key = (weekday: number, slot: number, opened: 'own' | 'before') =>
  `${String(weekday)} ${String(slot)} ${opened}`;

/** Open minutes by weekday and half hour, of the ranges that opened on the day itself and on the day before. */
function openMinutes({ business_hours }: Report['options']): Map<string, number> {
  const minutes = new Map<string, number>();
  for (const { weekday, fromMinute, toMinute } of businessHours(business_hours, 'business hours')) {
    for (let minute = fromMinute; minute < toMinute; minute++) {
      const isNext = minute >= 1440;
      const slot = Math.floor((minute % 1440) / slotMinutes);
      const name = key(isNext ? (weekday % 7) + 1 : weekday, slot, isNext ? 'before' : 'own');
      minutes.set(name, (minutes.get(name) ?? 0) + 1);
    }
  }
  return minutes;
}
