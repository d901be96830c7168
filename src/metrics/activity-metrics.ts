import type { Metric } from './metric.js';
import { agentColumn } from './shared-columns.js';

const measures: readonly Metric[] = [
  {
    id: 'chats',
    label: 'Chats',
    short: 'Chats with an End',
    unit: 'count',
    isVolume: true,
    meaning: 'Chats that the agent closed and that have an end.',
  },
  {
    id: 'active_seconds',
    label: 'Active Time',
    unit: 'duration_seconds',
    meaning:
      'Time with at least one chat, from assignment (start, where there is none) to end; overlaps count once.',
  },
  {
    id: 'free_seconds',
    label: 'Free Time',
    unit: 'duration_seconds',
    meaning:
      'Time between chats inside a shift. A gap longer than {shift_gap} ends the shift and is not free time.',
  },
  {
    id: 'cumulative_seconds',
    label: 'Cumulative Time',
    unit: 'duration_seconds',
    meaning: 'The time of every chat added up; overlaps count for each chat.',
  },
  {
    id: 'span_seconds',
    label: 'First-to-last Chat Span',
    unit: 'duration_seconds',
    made: { sum: ['active_seconds', 'free_seconds'] },
    meaning: 'Active Time + Free Time. Without log-in data this is not the paid shift.',
  },
  {
    id: 'occupancy_rate',
    label: 'Occupancy',
    short: 'Occupancy of agents',
    unit: 'rate',
    n: ['chats'],
    made: { ratio: ['active_seconds', 'span_seconds'] },
    meaning:
      'Active Time / First-to-last Chat Span. It rests on the time from the first to the last chat of a shift, not on logged-in time, which an export of chats does not hold.',
  },
  {
    id: 'concurrency',
    label: 'Avg Concurrent Chats',
    unit: 'number',
    n: ['chats'],
    made: { ratio: ['cumulative_seconds', 'active_seconds'] },
    meaning: 'Cumulative Time / Active Time: chats at the same time while active.',
  },
  {
    id: 'shifts',
    label: 'Shifts',
    unit: 'count',
    meaning: 'Runs of chats without a gap longer than {shift_gap}.',
  },
  {
    id: 'first_chat_at',
    label: 'First Chat',
    unit: 'datetime',
    overall: 'first',
    meaning: 'When the first of these chats began.',
  },
  {
    id: 'last_chat_at',
    label: 'Last Chat',
    unit: 'datetime',
    overall: 'last',
    meaning: 'When the last of these chats ended.',
  },
  {
    id: 'chats_per_active_hour',
    label: 'Chats per Active Hour',
    unit: 'number',
    n: ['chats'],
    made: { perHour: ['chats', 'active_seconds'] },
    meaning: 'Chats / Active Time in hours.',
  },
];

/** Columns of `agent_activity` (metrics.md, section 8). */
export const agentActivityColumns: readonly Metric[] = [agentColumn, ...measures];

/** Columns of `agent_activity_by_shift`. */
export const agentActivityByShiftColumns: readonly Metric[] = [
  agentColumn,
  {
    id: 'shift_date',
    label: 'Shift Date',
    unit: 'date',
    meaning: 'The day on which the shift began. Two shifts that begin on one day share a row.',
  },
  ...measures,
];
