import type { BusinessRange, RefOptions } from './types.js';

export const everyDay = (from_minute: number, to_minute: number): BusinessRange[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from_minute, to_minute }));

export const defaultOptions: RefOptions = {
  period: 'week',
  weekStart: 1,
  from: null,
  to: null,
  weekdays: [],
  halfHours: [],
  businessRanges: everyDay(600, 1020),
  holidays: [],
  bots: ['System', 'Bot'],
  timeoutReasons: ['Closing inactive room'],
  csat: { min: 1, max: 5, satisfied: 4 },
  responseTargetSeconds: 30,
  shiftGapSeconds: 36_000,
  zone: null,
  hasField: {},
};
