import type { Metric } from './metric.js';
import { closersOfThese, shareOfIncoming } from './shared-columns.js';

const perDays = 'It is a mean over days, not over chats.';

const halfHour: Metric = {
  id: 'half_hour',
  label: 'Half Hour',
  unit: 'half_hour',
  meaning: 'The half hour in which chats start.',
};

/** Columns of `half_hourly_chats` (metrics.md, section 7). */
export const halfHourlyColumns: readonly Metric[] = [
  halfHour,
  {
    id: 'chats',
    label: 'Chats',
    unit: 'count',
    isVolume: true,
    meaning: 'Chats that start in this half hour of the day.',
  },
  shareOfIncoming,
  {
    id: 'chats_per_day',
    label: 'Chats per Day',
    unit: 'number',
    withoutN: perDays,
    made: { perDay: 'chats' },
    meaning:
      'Chats / days of the range: as much of its first and last day as lies in it, and only the days of the week that are asked for; without a day at its ends that is not whole, and its chats.',
  },
  ...closersOfThese,
];

/** Columns of `weekday_half_hourly_chats`. */
export const weekdayHalfHourlyColumns: readonly Metric[] = [
  { id: 'weekday', label: 'Weekday', unit: 'weekday', meaning: 'Day of the week; 1 is Monday.' },
  halfHour,
  {
    id: 'chats',
    label: 'Chats',
    unit: 'count',
    isVolume: true,
    meaning: 'Chats that start in this half hour of this weekday.',
  },
  {
    id: 'chats_per_day',
    label: 'Chats per Day',
    unit: 'number',
    withoutN: perDays,
    meaning:
      'Chats / days of this weekday on which the half hour lies in the range; without a day at its ends that is not whole.',
  },
  {
    id: 'concurrent_chats_avg',
    label: 'Avg Chats with Agents',
    unit: 'number',
    withoutN: 'It is a mean over time, not over chats.',
    meaning:
      'How many chats agents worked on at the same time, on average over this half hour: seconds of agent chats inside it / the seconds that it had on those days, by the clock: 1,800 a day, none or 3,600 where clocks change.',
  },
];
