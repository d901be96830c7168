import type { Metric, Unit } from '../metrics/metric.js';
import { headingOf, meaningOf, type Wording } from '../metrics/wording.js';

/** What a figure means: once for all tables that have it under the same heading. */
export interface Definition {
  heading: string;
  meaning: string;
  /** What it is counted in, for people. */
  unit: string;
  id: string;
  /** The names of the tables that have it. */
  tables: string[];
}

export const howToReadDefinitions = 'A share or mean of nothing is empty, never 0.';

const units: Record<Unit, string> = {
  count: 'count',
  rate: 'percent',
  change: 'percent',
  seconds: 'seconds',
  duration_seconds: 'h:mm:ss',
  score: 'rating',
  number: 'number',
  text: 'text',
  date: 'date',
  datetime: 'date and time',
  boolean: 'Yes or No',
  weekday: 'day of the week',
  half_hour: 'half hour',
};

/** What the figures of some tables mean, with the options in use. */
export function definitionsOf(
  tables: readonly { name: string; columns: readonly Metric[] }[],
  wording: Wording,
): Definition[] {
  const found = new Map<string, Definition>();
  for (const { name, columns } of tables) {
    for (const metric of columns) {
      const [heading, meaning] = [headingOf(metric, wording), meaningOf(metric, wording)];
      const key = [heading, meaning, metric.unit, metric.id].join('\n');
      const known = found.get(key);
      if (known) known.tables.push(name);
      else found.set(key, { heading, meaning, unit: units[metric.unit], id: metric.id, tables: [name] });
    }
  }
  return [...found.values()];
}
