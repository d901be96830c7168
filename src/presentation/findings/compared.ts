import { metricOf } from '../../metrics/catalog.js';
import { spokenName } from '../../metrics/wording.js';
import type { Comparison, Report } from '../../report/report.js';
import { normalPValue } from '../../statistics/normal.js';
import { shareFrom } from '../../statistics/share.js';
import { daysInWords } from '../report-in-words.js';
import { leastChange, type Family, type Finding, type Tested } from './finding.js';
import { wholeDays } from './days.js';
import { volumeDispersion } from './series.js';
import { testOfShares, toldOfShares } from './shares.js';
import { changeInPercent, countInWords, shareInWords } from './words.js';

const shares: readonly (readonly ['chat_metrics' | 'agent_metrics', id: string])[] = [
  ['chat_metrics', 'bot_deflection_rate'],
  ['chat_metrics', 'bot_resolution_rate'],
  ['chat_metrics', 'csat_satisfied_rate_bot'],
  ['agent_metrics', 'csat_satisfied_rate'],
  ['agent_metrics', 'first_response_within_target_rate'],
];

/** The shares and the volume of the range beside the range that it is compared with. */
export function comparedTests(report: Report): Family {
  const { comparison } = report;
  if (comparison === null || comparison.chats === 0) return [];
  return [
    ...shares.flatMap(([table, id]) => shareTest(comparison, table, id)),
    ...(comparison.are_counts_comparable ? volumeTest(report, comparison) : []),
  ];
}

function shareTest(comparison: Comparison, table: 'chat_metrics' | 'agent_metrics', id: string): Tested[] {
  const metric = metricOf(table, id);
  const figureOf = (name: string) =>
    comparison.figures.find((one) => one.table === table && one.agent === null && one.metric === name);
  const [rate, n] = [figureOf(id), figureOf(metric.n?.[0] ?? '')];
  const sideOf = (key: 'value' | 'other_value') => shareFrom(Number(rate?.[key] ?? 0), Number(n?.[key] ?? 0));
  const [one, other] = [sideOf('value'), sideOf('other_value')];
  if (typeof rate?.value !== 'number' || typeof rate.other_value !== 'number') return [];
  const tell = (): Finding => {
    const { n: cases, interval, figures, difference } = toldOfShares(one, other);
    return {
      id: 'compared',
      title: 'Against the other range',
      text: `${spokenName(metric)} is ${shareInWords(one)}, in the range that it is compared with (${otherRange(comparison)}) ${shareInWords(other)}: ${difference}.`,
      n: cases,
      interval,
      figures: { metric: id, ...figures },
      table,
      picture: null,
    };
  };
  return [{ ...testOfShares(one, other, one.cases), tell }];
}

const otherRange = ({ range_from, range_to }: Comparison) => daysInWords(range_from, range_to);

function volumeTest(report: Report, comparison: Comparison): Tested[] {
  const now = Number(
    comparison.figures.find(({ agent, metric }) => agent === null && metric === 'incoming_chats')?.value ?? 0,
  );
  const before = comparison.chats;
  const change = now / before - 1;
  const error = Math.sqrt(volumeDispersion(wholeDays(report)) * (now + before));
  return [
    {
      p: error > 0 ? normalPValue((now - before) / error) : 1,
      isLarge: Math.abs(change) >= leastChange,
      weight: now * Math.min(1, Math.abs(change)),
      tell: () => ({
        id: 'compared',
        title: 'Against the other range',
        text: `${countInWords(now)} chats came in, in the range that it is compared with (${otherRange(comparison)}) ${countInWords(before)}: ${changeInPercent(change)}.`,
        n: now,
        interval: null,
        figures: { metric: 'incoming_chats', value: now, other_value: before, difference: change },
        table: 'chat_metrics',
        picture: 'periods',
      }),
    },
  ];
}
