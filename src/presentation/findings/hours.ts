import { overallRow } from '../../metrics/catalog.js';
import { wordingOf } from '../../metrics/wording.js';
import type { Report } from '../../report/report.js';
import type { Sample } from '../../statistics/intervals.js';
import { welchTest } from '../../statistics/welch.js';
import { figureInWords } from '../figures.js';
import { shareIn, sumOf, type Counts } from './days.js';
import { leastPoints, type Family, type Finding } from './finding.js';
import { testOfShares, toldOfShares } from './shares.js';
import { countInWords, intervalInWords, shareInWords, signed } from './words.js';

/** The chats outside business hours and those in them; null where either has none. */
function sidesOf({ days }: Report): { outside: Counts; inside: Counts } | null {
  const [outside, inside] = [false, true].map((wanted) =>
    sumOf(days.filter(({ is_business_hours }) => is_business_hours === wanted)),
  );
  return outside && inside && outside.chats > 0 && inside.chats > 0 ? { outside, inside } : null;
}

/** The ratings of agents' chats outside business hours beside those in them. */
export function csatInHoursTests(report: Report): Family {
  const sides = sidesOf(report);
  if (!sides) return [];
  const [one, other] = [ratingsIn(sides.outside), ratingsIn(sides.inside)];
  const test = one && other && welchTest(one, other);
  if (!test) return [];
  const [lowest = 0, highest = 1] = report.options.csat_scale.split('-').map(Number);
  const difference = one.mean - other.mean;
  const effect = Math.abs(difference) / (highest - lowest);
  const score = (value: number) => figureInWords('score', value);
  return [
    {
      p: test.p,
      isLarge: effect >= leastPoints,
      weight: sides.outside.closed_by_agents * effect,
      tell: () => ({
        id: 'csat_outside_business_hours',
        title: 'CSAT outside business hours',
        text: `Outside business hours customers rate agents ${score(one.mean)} on average (n = ${countInWords(one.n)}), in business hours ${score(other.mean)} (n = ${countInWords(other.n)}): ${signed(difference, 'score')}${intervalInWords(test.interval, 'score')}.`,
        n: one.n,
        interval: test.interval,
        figures: { mean: one.mean, other_mean: other.mean, other_n: other.n, difference },
        table: 'agent_metrics',
        picture: 'csatHours',
      }),
    },
  ];
}

function ratingsIn({ rated_chats: n, rating, rating_squares: squares }: Counts): Sample | null {
  if (n < 2) return null;
  const mean = rating / n;
  return { n, mean, deviation: Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1))) };
}

/** How often agents reply within the target outside business hours and in them. */
export function responseInHoursTests(report: Report): Family {
  const sides = sidesOf(report);
  if (!sides || !overallRow('agent_metrics', report.tables.agent_metrics)) return [];
  const [one, other] = [sides.outside, sides.inside].map((side) =>
    shareIn(side, 'within_target_chats', 'first_response_chats'),
  );
  if (!one || !other || one.cases === 0 || other.cases === 0) return [];
  const tell = (): Finding => {
    const target = wordingOf(report.options)['response_target'] ?? '';
    const { difference, ...told } = toldOfShares(one, other);
    return {
      id: 'first_response_outside_business_hours',
      title: 'Response out of hours',
      text: `Outside business hours agents reply within ${target} in ${shareInWords(one)} of their chats, in business hours in ${shareInWords(other)}: ${difference}.`,
      ...told,
      table: 'agent_metrics',
      picture: 'agentsByResponse',
    };
  };
  return [{ ...testOfShares(one, other, one.cases), tell }];
}
