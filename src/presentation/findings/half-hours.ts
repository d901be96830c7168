import type { Report } from '../../report/report.js';
import { dispersionOf } from '../../statistics/proportions.js';
import { together } from '../../statistics/share.js';
import { businessShares } from '../business-half-hours.js';
import { halfHourRange } from '../half-hours.js';
import type { Family, Finding } from './finding.js';
import { testOfShares, toldOfShares } from './shares.js';
import { shareInWords } from './words.js';

/** Half hours that are open on most of the days of the range. */
const openEnough = 0.5;

/** Each half hour of the business hours beside the others: the share of its chats that agents close. */
export function halfHourTests(report: Report): Family {
  const open = businessShares(report);
  const most = Math.max(...open);
  const slots = report.tables.half_hourly_chats
    .filter((row, slot) => most >= openEnough && open[slot] === most && Number(row['chats'] ?? 0) > 0)
    .map((row) => ({
      name: halfHourRange(String(row['half_hour'])).replace(' - ', ' to '),
      share: {
        successes: Math.min(Number(row['closed_by_agents'] ?? 0), Number(row['chats'])),
        cases: Number(row['chats']),
      },
    }));
  if (slots.length < 3) return [];
  const all = slots.map(({ share }) => share).reduce(together);
  if (all.successes === 0 || all.successes === all.cases) return [];
  return slots.map(({ name, share }) => {
    const rest = slots.filter((slot) => slot.share !== share).map((slot) => slot.share);
    const other = rest.reduce(together);
    const tell = (): Finding => {
      const { n, interval, figures, difference } = toldOfShares(share, other);
      return {
        id: 'half_hours',
        title: `Agents from ${name}`,
        text: `Of the chats that start from ${name} agents close ${shareInWords(share)}, of those of the other half hours of the business hours ${shareInWords(other)}: ${difference}.`,
        n,
        interval,
        figures: { half_hour: name.slice(0, 5), ...figures },
        table: 'half_hourly_chats',
        picture: 'halfHours',
      };
    };
    return { ...testOfShares(share, other, share.cases, dispersionOf([rest])), tell };
  });
}
