/** What a metric is counted in; decides how it is shown. Rates are 0 to 1; a change is relative: 0.1 is a tenth more. */
export type Unit =
  | 'count'
  | 'rate'
  | 'change'
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

/** How a figure comes about from other columns of its table, by their ids. */
export type Made =
  | { sum: readonly [string, string] }
  | { ratio: readonly [part: string, of: string] }
  | { perHour: readonly [count: string, seconds: string] }
  /** Divided by the days of the range. */
  | { perDay: string }
  /** Divided by what the whole column adds up to. */
  | { shareOf: string }
  /** Against the row of the period before. */
  | { changeOf: string };

/** One column of a metric table. `{...}` in texts stands for an option in use, see `wording.ts`. */
export interface Metric {
  /** The column's name in SQL, JSON and CSV. */
  id: string;
  /** Its heading for people, word for word as in metrics.md where that gives one. */
  label: string;
  /** What tiles, charts and sentences call it; absent: as its heading. */
  short?: string;
  unit: Unit;
  /** What it measures, one or two sentences. */
  meaning: string;
  /** The caption over the run of columns that it is one of. */
  group?: string;
  /** The columns that count what it rests on; the smallest tells how firm it is. */
  n?: readonly string[];
  /** Why no column counts what it rests on. */
  withoutN?: string;
  /** Which way is good; absent or null: neither. */
  better?: 'higher' | 'lower' | null;
  made?: Made;
  /** True where adding up the rows of a table does not give the overall figure of a count. */
  distinct?: boolean;
  /** Which of the column's times stands in the row over everything. */
  overall?: 'first' | 'last';
  /** Stands among the few figures of its table that are told where there is little room. */
  isMain?: boolean;
  /** The volume of its table: bars stand behind the numbers. */
  isVolume?: boolean;
  /** A share of satisfied customers: coloured from 0 to 1, as scores are over their scale. */
  isSatisfaction?: boolean;
  /** A name or reason as the files have it. */
  isFromFile?: boolean;
  /** Stands for what is missing in a row of its own. */
  whenMissing?: string;
}

/** A metric table: its columns, and how every face lays it out. */
export interface MetricTable {
  title: string;
  /** What one row is. */
  grain: string;
  columns: readonly Metric[];
  /** The columns that people are shown, in their order, where a face does not show all as they stand. */
  shown?: readonly string[];
  /** So many columns on the left say what a row is about: they stay in view. */
  leading: number;
  /** The row over everything: its name, the column that is empty in it, and whether each period has one. */
  overall?: { label: string; emptyIn: string; isPerPeriod?: boolean };
  /** The name of totals over the rows, where the report has no row over everything. */
  totals?: string;
  /** Its rows rest on few chats by nature: nothing is marked for a small n. */
  isOfFew?: boolean;
  /** Said in place of a table without rows. */
  whenEmpty: string;
}

/** Puts metrics under one caption. */
export const grouped = (group: string, metrics: readonly Metric[]): readonly Metric[] =>
  metrics.map((metric) => ({ ...metric, group }));
