/** What a metric is counted in; decides how it is shown. Rates are 0 to 1. */
export type Unit =
  | 'count'
  | 'rate'
  | 'seconds'
  | 'duration_seconds'
  | 'score'
  | 'number'
  | 'text'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'weekday'
  | 'half_hour';

/** One column of a metric table. `{...}` in texts stands for an option in use, see `wording.ts`. */
export interface Metric {
  /** The column's name in SQL, JSON and CSV. */
  id: string;
  /** Its heading for people, word for word as in metrics.md where that gives one. */
  label: string;
  unit: Unit;
  /** What it measures, one or two sentences. */
  meaning: string;
  /** True where adding up the rows of a table does not give the overall figure of a count. */
  distinct?: boolean;
}

export interface MetricTable {
  title: string;
  /** What one row is. */
  grain: string;
  columns: readonly Metric[];
}
