import { chartColors } from '../../charts/chart-colors.js';
import { HeatMapChart } from '../../charts/heat-map-chart.js';
import { figureInWords } from '../../presentation/figures.js';
import { halfHourRange, weekdays } from '../../presentation/half-hours.js';
import type { Report, Row } from '../../report/report.js';
import { chatsInWords, numberIn } from '../../presentation/values.js';
import { Figure, type Picture } from './figure.js';

interface Kind {
  metric: 'chats' | 'concurrent_chats_avg';
  title: string;
  unit: 'count' | 'number';
  what: string;
  color: string;
}

export const heatMapKinds: readonly Kind[] = [
  { metric: 'chats', title: 'Chats that start', unit: 'count', what: 'chats', color: chartColors.heat },
  {
    metric: 'concurrent_chats_avg',
    title: 'Chats with agents at the same time, on average',
    unit: 'number',
    what: 'chats with agents at the same time',
    color: chartColors.warmHeat,
  },
];

/** The week: half hours down and weekdays across, once for chats that start and once for chats with agents. */
export function HeatMapFigures({ report }: { report: Report }) {
  return (
    <div class="grid pair">
      {heatMapKinds.map((kind) => (
        <Figure key={kind.metric} {...heatMapPicture(report, kind)} />
      ))}
    </div>
  );
}

/** The picture of the week; its marks are half hours of weekdays, keyed `WEEKDAY HH:MM`. */
export function heatMapPicture(report: Report, kind: Kind): Picture {
  const { metric, title, unit, color } = kind;
  const rows = report.tables.weekday_half_hourly_chats;
  const halfHours = [...new Set(rows.map((row) => String(row['half_hour'])))];
  const at = new Map(rows.map((row) => [`${String(row['weekday'])} ${String(row['half_hour'])}`, row]));
  const valueAt = (row: number, column: number) =>
    numberIn(at.get(`${String(column + 1)} ${halfHours[row] ?? ''}`), metric);
  const say = `${peakOf(rows, kind)} The stronger the colour, the more.`;
  const tooltip = (row: number, column: number) =>
    `${weekdays[column] ?? ''} ${halfHourRange(halfHours[row] ?? '')}: ${inWords(valueAt(row, column), kind)}`;
  return {
    title,
    say,
    table: `table-week-${metric}`,
    marksInRow: weekdays.length,
    marks: halfHours.flatMap((halfHour, row) =>
      weekdays.map((_, column) => ({ text: tooltip(row, column), key: `${String(column + 1)} ${halfHour}` })),
    ),
    draw: (width, marking) => (
      <HeatMapChart
        title={title}
        summary={say}
        width={width}
        rowHeight={15}
        color={color}
        marking={marking}
        rows={halfHours}
        isRowNamed={(row) => row % 2 === 0}
        columns={weekdays.map((day) => day.slice(0, 3))}
        values={halfHours.map((_, row) => weekdays.map((__, column) => valueAt(row, column)))}
        format={(value) => shortFigure(unit, value)}
        tooltip={tooltip}
      />
    ),
  };
}

/** Fits into a field: `12`, `3.4`, `12k`. */
function shortFigure(unit: Kind['unit'], value: number): string {
  if (value === 0) return '0';
  if (value >= 10_000) return `${String(Math.round(value / 1000))}k`;
  return unit === 'count' || value >= 100
    ? String(Math.round(value))
    : figureInWords(value >= 10 ? 'seconds' : 'number', value);
}

function peakOf(rows: readonly Row[], { metric, unit, what }: Kind): string {
  const peak = rows.reduce<Row | undefined>(
    (best, row) => ((numberIn(row, metric) ?? 0) > (numberIn(best, metric) ?? 0) ? row : best),
    undefined,
  );
  if (!peak) return 'Nothing to measure.';
  const day = weekdays[Number(peak['weekday']) - 1] ?? '';
  const time = halfHourRange(String(peak['half_hour'])).replace(' - ', ' to ');
  return `Most on ${day}, ${time}: ${inWords(numberIn(peak, metric), { unit, what })}.`;
}

const inWords = (value: number | null, { unit, what }: Pick<Kind, 'unit' | 'what'>) =>
  unit === 'count' ? chatsInWords(value) : `${figureInWords(unit, value)} ${what}`;
