import { chartColors } from '../../charts/chart-colors.js';
import { StackedColumnsChart, type ShadedBand } from '../../charts/stacked-columns-chart.js';
import { wordingOf } from '../../metrics/wording.js';
import { businessShares } from '../../presentation/business-half-hours.js';
import { figureInWords } from '../../presentation/figures.js';
import { halfHourRange } from '../../presentation/half-hours.js';
import type { Report, Row } from '../../report/report.js';
import { chatsInWords, numberIn } from '../../presentation/values.js';
import { Figure, type Picture } from './figure.js';

const count = (value: number | null) => figureInWords('count', value);

/** Chats by half hour of the day, by who closed them, business hours shaded. */
export function HalfHourFigure({ report }: { report: Report }) {
  return <Figure {...halfHourPicture(report)} />;
}

/** The picture of the day; its marks are half hours. */
export function halfHourPicture(report: Report): Picture {
  const rows = report.tables.half_hourly_chats;
  const shares = businessShares(report);
  const title = 'Chats by half hour of the day';
  const say = `${inHours(rows, shares)} Business hours: ${wordingOf(report.options)['business_hours_in_words'] ?? ''}.`;
  const hasOpen = rows.some((row) => partsOf(row)[2] > 0);
  const series = [
    { name: 'Closed by a bot', color: chartColors.main },
    { name: 'Closed by an agent', color: chartColors.second },
    ...(hasOpen ? [{ name: 'Open', color: chartColors.third }] : []),
  ];
  const columns = rows.map(columnOf);
  return {
    title,
    say,
    table: 'table-half-hours',
    marks: columns.map(({ tooltip, label }) => ({ text: tooltip, key: label })),
    draw: (width, marking) => (
      <StackedColumnsChart
        title={title}
        summary={say}
        width={width}
        height={width > 480 ? 310 : 260}
        marking={marking}
        columns={columns}
        series={series}
        bands={bandsOf(shares)}
        bandName="Business hours"
        valueName="Chats"
        categoryName="Half hour in which the chat starts"
        format={count}
      />
    ),
  };
}

/** Closed by bots, by agents, and open. */
function partsOf(row: Row): [bot: number, agents: number, open: number] {
  const bot = numberIn(row, 'closed_by_bot') ?? 0;
  const agents = numberIn(row, 'closed_by_agents') ?? 0;
  return [bot, agents, Math.max(0, (numberIn(row, 'chats') ?? 0) - bot - agents)];
}

function columnOf(row: Row) {
  const [bot, agents, open] = partsOf(row);
  const start = String(row['half_hour']);
  const parts = [
    `${count(bot)} by bots`,
    `${count(agents)} by agents`,
    ...(open > 0 ? [`${count(open)} open`] : []),
  ];
  return {
    label: start,
    values: [bot, agents, open],
    tooltip: `${halfHourRange(start)}: ${chatsInWords(row['chats'])} (${parts.join(', ')})`,
  };
}

/** How many chats start in half hours that lie, on every day, in business hours. */
function inHours(rows: readonly Row[], shares: readonly number[]): string {
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

/** Runs of half hours with the same share of business hours. */
function bandsOf(shares: readonly number[]): ShadedBand[] {
  const bands: ShadedBand[] = [];
  shares.forEach((share, slot) => {
    const last = bands.at(-1);
    if (share === 0) return;
    if (last && last.to === slot - 1 && last.share === share) last.to = slot;
    else bands.push({ from: slot, to: slot, share });
  });
  return bands;
}
