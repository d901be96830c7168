import { seedCsv } from '../cases/case.js';

const row = (id: number, closer: string, rest = ''): string =>
  `c${String(id)},u${String(id)},${closer},Completed,${String(14 + id)}-02-2021 10:00:00,${String(14 + id)}-02-2021 10:10:00,-,-,-,-${rest}`;

/** Two chats that are both sound. */
export const soundCsv = seedCsv(row(1, 'Asha'), row(2, 'Bot'));

/** One sound chat, then two rows that are rejected; the first of them looks like a formula. */
export const faultyCsv = seedCsv(row(1, 'Asha'), '=cmd(1),"x, y"', row(2, 'Bot', ',extra'));

/** Other chats than those of `soundCsv`, under the same headings. */
export const laterCsv = seedCsv(row(3, 'Asha'), row(4, 'Bot'), row(5, '-'));
