import { figureInWords } from '../presentation/figures.js';
import { halfHourRange, halfHours, weekdays } from '../presentation/half-hours.js';
import { chatsInWords, numberIn } from '../presentation/values.js';
import type { Report, Row } from '../report/report.js';
import type { HeatMap, Picture } from './picture.js';

interface Kind {
  metric: 'chats' | 'concurrent_chats_avg';
  title: string;
  unit: 'count' | 'number';
  what: string;
  tone: HeatMap['tone'];
}

/** The chats that start in each half hour of the week. */
export const weekChatsPicture = week({
  metric: 'chats',
  title: 'Chats that start',
  unit: 'count',
  what: 'chats',
  tone: 'heat',
});

/** The chats that agents work on at the same time, in each half hour of the week. */
export const weekConcurrentPicture = week({
  metric: 'concurrent_chats_avg',
  title: 'Chats with agents at the same time, on average',
  unit: 'number',
  what: 'chats with agents at the same time',
  tone: 'warmHeat',
});

/** Half hours down and weekdays across; marks are keyed `WEEKDAY HH:MM`. */
function week(kind: Kind): (report: Report) => Picture {
  const { metric, title, unit, tone } = kind;
  return ({ tables: { weekday_half_hourly_chats: rows } }) => {
    const at = new Map(rows.map((row) => [`${String(row['weekday'])} ${String(row['half_hour'])}`, row]));
    return {
      title,
      sentence: `${peakOf(rows, kind)} The stronger the colour, the more.`,
      marks: halfHours.flatMap((halfHour) =>
        weekdays.map((weekday, index) => {
          const key = `${String(index + 1)} ${halfHour}`;
          const value = numberIn(at.get(key), metric);
          const name = `${weekday} ${halfHourRange(halfHour)}`;
          return {
            name,
            values: [value],
            n: numberIn(at.get(key), 'chats'),
            text: `${name}: ${inWords(value, kind)}`,
            key,
          };
        }),
      ),
      chart: {
        kind: 'heat-map',
        markName: 'Half Hour',
        unit,
        valueName: title,
        tone,
        rows: halfHours,
        columns: weekdays.map((day) => day.slice(0, 3)),
      },
    };
  };
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
