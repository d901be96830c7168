import { numberIn } from '../presentation/values.js';
import type { Row } from '../report/report.js';
import type { Series } from './picture.js';

const parts: readonly Series[] = [
  { name: 'Closed by a bot', tone: 'main' },
  { name: 'Closed by an agent', tone: 'second' },
  { name: 'Open', tone: 'third' },
];

/** The chats of rows by who closed them: bots, agents, and open ones where a row has any. */
export function closersOf(
  rows: readonly Row[],
  chats = 'chats',
): { series: readonly Series[]; values: number[][] } {
  const values = rows.map((row) => {
    const [bot, agents] = [numberIn(row, 'closed_by_bot') ?? 0, numberIn(row, 'closed_by_agents') ?? 0];
    return [bot, agents, Math.max(0, (numberIn(row, chats) ?? 0) - bot - agents)];
  });
  const shown = values.some(([, , open]) => open) ? 3 : 2;
  return { series: parts.slice(0, shown), values: values.map((one) => one.slice(0, shown)) };
}
