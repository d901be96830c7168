import type { Flag } from './flags.js';

/** Ranges as people name them: each becomes `--from` and `--to`. */
export const rangeFlags: readonly Flag[] = [
  {
    name: 'last',
    placeholder: 'week|4w|28d|month',
    meaning:
      'The last whole week, weeks, days or months before today, in place of --from and --to: week, 4w, 28d, month, 3m.',
  },
  {
    name: 'month',
    placeholder: 'previous|YYYY-MM',
    meaning: 'A calendar month, in place of --from and --to: previous, or 2026-10.',
  },
  {
    name: 'through',
    placeholder: 'DATE',
    meaning: 'Only chats that start on or before this day: --to, but the day itself is included.',
  },
];
