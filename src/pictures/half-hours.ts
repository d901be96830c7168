import { wordingOf } from '../metrics/wording.js';
import { businessShares } from '../presentation/business-half-hours.js';
import { figureInWords } from '../presentation/figures.js';
import { halfHourRange } from '../presentation/half-hours.js';
import { chatsInWords, numberIn } from '../presentation/values.js';
import type { Report, Row } from '../report/report.js';
import { closersOf } from './closers.js';
import type { Picture } from './picture.js';

const count = (value: number | null) => figureInWords('count', value);

/** Chats by half hour of the day, by who closed them, business hours shaded. */
export function halfHourPicture(report: Report): Picture {
  const rows = report.tables.half_hourly_chats;
  const shares = businessShares(report);
  const { series, values } = closersOf(rows);
  return {
    title: 'Chats by half hour of the day',
    sentence: `${peakAndShare(rows, shares)} Business hours: ${wordingOf(report.options)['business_hours_in_words'] ?? ''}.`,
    marks: rows.map((row, index) => ({
      name: String(row['half_hour']),
      values: values[index] ?? [],
      n: numberIn(row, 'chats'),
      text: inWords(row, values[index]),
      key: String(row['half_hour']),
    })),
    chart: {
      kind: 'columns',
      markName: 'Half hour in which the chat starts',
      unit: 'count',
      valueName: 'Chats',
      series,
      lines: [],
      shaded: { name: 'Business hours', shares },
    },
  };
}

function inWords(row: Row, [bot = 0, agents = 0, open = 0]: readonly number[] = []): string {
  const parts = [
    `${count(bot)} by bots`,
    `${count(agents)} by agents`,
    ...(open > 0 ? [`${count(open)} open`] : []),
  ];
  return `${halfHourRange(String(row['half_hour']))}: ${chatsInWords(row['chats'])} (${parts.join(', ')})`;
}

/** The half hour with the most chats, and how many chats start in half hours that lie, on every day, in business hours. */
function peakAndShare(rows: readonly Row[], shares: readonly number[]): string {
  if (rows.length > 0 && rows.every((row) => row['chats'] === null))
    return 'Nothing to measure: the files say on which day chats start, not at what time.';
  const all = rows.reduce((sum, row) => sum + (numberIn(row, 'chats') ?? 0), 0);
  const most = rows.reduce<Row | undefined>(
    (best, row) => (Number(row['chats']) > Number(best?.['chats'] ?? 0) ? row : best),
    undefined,
  );
  if (!most) return 'No chats.';
  const isClear = shares.every((share) => share === 0 || share === 1);
  const inside = rows.reduce(
    (sum, row, slot) => sum + (shares[slot] === 1 ? (numberIn(row, 'chats') ?? 0) : 0),
    0,
  );
  const peak = `The most start from ${halfHourRange(String(most['half_hour'])).replace(' - ', ' to ')} (${count(numberIn(most, 'chats'))})`;
  return isClear
    ? `${peak}; ${figureInWords('rate', inside / all)} of all start in business hours.`
    : `${peak}.`;
}
