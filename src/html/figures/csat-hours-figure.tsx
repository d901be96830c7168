import { BarChart } from '../../charts/bar-chart.js';
import type { Bar } from '../../charts/bar-row.js';
import { chartColors } from '../../charts/chart-colors.js';
import { wordingOf } from '../../metrics/wording.js';
import { figureInWords } from '../../presentation/figures.js';
import type { Report } from '../../report/report.js';
import { numberIn } from '../../presentation/values.js';
import { Figure, type Picture } from './figure.js';

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
export function CsatHoursFigure({ report }: { report: Report }) {
  return <Figure {...csatHoursPicture(report)} />;
}

/** The picture of ratings in and out of business hours. */
export function csatHoursPicture(report: Report): Picture {
  const title = 'CSAT in and out of business hours';
  const [low = 1, high = 5] = report.options.csat_scale.split('-').map(Number);
  const bars = barsOf(report);
  const hours = wordingOf(report.options)['business_hours_in_words'] ?? '';
  const isEmpty = bars.every(({ values: [mean] }) => mean === null);
  const say = isEmpty
    ? 'No chat with an agent was rated.'
    : `Mean rating of chats with agents: ${bars.map(({ tooltip }) => tooltip).join('; ')}. Business hours: ${hours}.`;
  return {
    title,
    say,
    table: 'table-agents-csat',
    isEmpty,
    marks: bars.map(({ tooltip }) => ({ text: tooltip, key: null })),
    draw: (width, marking) => (
      <BarChart
        title={title}
        summary={say}
        width={width}
        marking={marking}
        bars={bars}
        series={[{ name: 'Mean rating', color: chartColors.main }]}
        domain={[low, high]}
        format={String}
        valueName={`Mean rating on the scale ${String(low)} to ${String(high)}`}
      />
    ),
  };
}

function barsOf({ tables }: Report): Bar[] {
  const overall = tables.agent_metrics.find((row) => row['agent'] === null);
  return sides.map(({ name, value, n }) => {
    const mean = numberIn(overall, value);
    const [label, count] = [figureInWords('score', mean), figureInWords('count', numberIn(overall, n) ?? 0)];
    return {
      name,
      values: [mean],
      label,
      note: `n = ${count}`,
      tooltip: `${name.toLowerCase()} ${label} (n = ${count})`,
    };
  });
}
