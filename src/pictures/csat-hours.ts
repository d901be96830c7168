import { wordingOf } from '../metrics/wording.js';
import { scale } from '../options/values.js';
import { figureInWords } from '../presentation/figures.js';
import { numberIn } from '../presentation/values.js';
import type { Report } from '../report/report.js';
import { drawable } from './drawable.js';
import type { Mark, Picture } from './picture.js';

const sides = [
  { name: 'In business hours', value: 'csat_avg_business_hours', n: 'csat_rated_chats_business_hours' },
  {
    name: 'Outside business hours',
    value: 'csat_avg_outside_business_hours',
    n: 'csat_rated_chats_outside_business_hours',
  },
  { name: 'All ratings', value: 'csat_avg', n: 'csat_rated_chats' },
] as const;

/** The mean rating of chats with agents that start in business hours, outside them, and of all. */
export function csatHoursPicture(report: Report): Picture {
  const { min, max } = scale(report.options.csat_scale, 'CSAT scale');
  const marks = marksOf(report);
  const isEmpty = marks.every(({ values: [mean] }) => mean === null);
  const hours = wordingOf(report.options)['business_hours_in_words'] ?? '';
  return {
    title: 'CSAT in and out of business hours',
    sentence: isEmpty
      ? emptySentence(report, marks)
      : `Mean rating of chats with agents: ${marks.map(({ text }) => text).join('; ')}. Business hours: ${hours}.`,
    marks: isEmpty ? [] : marks,
    chart: {
      kind: 'bars',
      markName: 'Chats that start',
      unit: 'score',
      valueName: `Mean rating on the scale ${String(min)} to ${String(max)}`,
      series: [{ name: 'Mean rating', tone: 'main' }],
      scale: [min, max],
    },
  };
}

function emptySentence({ options }: Report, marks: readonly Mark[]): string {
  return marks.some(({ n }) => n)
    ? `Fewer than ${String(options.small_n)} chats with an agent were rated: too few to be shown.`
    : 'No chat with an agent was rated.';
}

function marksOf(report: Report): Mark[] {
  const overall = report.tables.agent_metrics.find((row) => row['agent'] === null);
  return sides.map(({ name, value, n: counted }) => {
    const [mean, n] = [drawable(report, 'agent_metrics', overall, value), numberIn(overall, counted) ?? 0];
    const [label, note] = [figureInWords('score', mean), `n = ${figureInWords('count', n)}`];
    return {
      name,
      values: [mean],
      n,
      text: `${name.toLowerCase()} ${label} (${note})`,
      key: null,
      label,
      note,
    };
  });
}
