import { chartColors } from '../../charts/chart-colors.js';
import { HeatMapChart } from '../../charts/heat-map-chart.js';
import { figureInWords } from '../../presentation/figures.js';
import { halfHourRange, weekdays } from '../../presentation/half-hours.js';
import type { Report, Row } from '../../report/report.js';
import { chatsInWords, numberIn } from '../values.js';
import { Figure } from './figure.js';

interface Kind {
  metric: 'chats' | 'concurrent_chats_avg';
  title: string;
  unit: 'count' | 'number';
  what: string;
  color: string;
}

const kinds: readonly Kind[] = [
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
      {kinds.map((kind) => (
        <HeatMapFigure key={kind.metric} report={report} kind={kind} />
      ))}
    </div>
  );
}

function HeatMapFigure({ report, kind }: { report: Report; kind: Kind }) {
  const { metric, title, unit, color } = kind;
  const rows = report.tables.weekday_half_hourly_chats;
  const halfHours = [...new Set(rows.map((row) => String(row['half_hour'])))];
  const at = new Map(rows.map((row) => [`${String(row['weekday'])} ${String(row['half_hour'])}`, row]));
  const valueAt = (row: number, column: number) =>
    numberIn(at.get(`${String(column + 1)} ${halfHours[row] ?? ''}`), metric);
  const say = `${peakOf(rows, kind)} The stronger the colour, the more.`;
  return (
    <Figure
      title={title}
      say={say}
      table={`table-week-${metric}`}
      draw={(width) => (
        <HeatMapChart
          title={title}
          summary={say}
          width={width}
          rowHeight={15}
          color={color}
          rows={halfHours}
          isRowNamed={(row) => row % 2 === 0}
          columns={weekdays.map((day) => day.slice(0, 3))}
          values={halfHours.map((_, row) => weekdays.map((__, column) => valueAt(row, column)))}
          format={(value) => shortFigure(unit, value)}
          tooltip={(row, column) =>
            `${weekdays[column] ?? ''} ${halfHourRange(halfHours[row] ?? '')}: ${figureInWords(unit, valueAt(row, column))}`
          }
        />
      )}
    />
  );
}

/** Fits into a field: `12`, `3.4`, `12k`. */
function shortFigure(unit: Kind['unit'], value: number): string {
  if (value === 0) return '0';
  if (value >= 10_000) return `${String(Math.round(value / 1000))}k`;
  return unit === 'count' || value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);
}

function peakOf(rows: readonly Row[], { metric, unit, what }: Kind): string {
  const peak = rows.reduce<Row | undefined>(
    (best, row) => ((numberIn(row, metric) ?? 0) > (numberIn(best, metric) ?? 0) ? row : best),
    undefined,
  );
  if (!peak) return 'Nothing to measure.';
  const day = weekdays[Number(peak['weekday']) - 1] ?? '';
  const time = halfHourRange(String(peak['half_hour'])).replace(' - ', ' to ');
  return `Most on ${day}, ${time}: ${unit === 'count' ? chatsInWords(peak[metric]) : `${figureInWords(unit, peak[metric])} ${what}`}.`;
}
