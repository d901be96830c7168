/** What a report shows at one glance, as plain data: every face draws the same marks in the same order. */
export interface Picture {
  title: string;
  /** One sentence with the main numbers; without marks it says why there are none. */
  sentence: string;
  /** Which marks are shown, where not all are, and in which order. */
  selection?: string;
  /** How to read it. */
  remark?: string;
  /** In the order in which they are drawn; none: there is nothing to draw. */
  marks: readonly Mark[];
  chart: Bars | Columns | HeatMap;
}

/** What one mark of a picture stands for: a period, a half hour, a reason, an agent. */
export interface Mark {
  /** As it stands beside the mark. */
  name: string;
  /** A number for each series of the chart; null: nothing to measure, or too few cases to be drawn. */
  values: readonly (number | null)[];
  /** The cases that its figures rest on; null where they are not counted. */
  n: number | null;
  /** The exact figures, in words. */
  text: string;
  /** What it is of, as filters name it; null where it cannot be filtered by. */
  key: string | null;
  /** The figure at the end of a bar, and what it rests on. */
  label?: string;
  note?: string;
  /** Not wholly inside the range: drawn open. */
  isPartial?: boolean;
}

export type PictureUnit = 'count' | 'number' | 'rate' | 'seconds' | 'hours' | 'score';

/** What colours stand for, in the palette of each face. */
export type Tone = 'main' | 'second' | 'third' | 'accent' | 'secondAccent';

export interface Series {
  name: string;
  tone: Tone;
}

interface Valued {
  /** What one mark is, as the heading of their names. */
  markName: string;
  unit: PictureUnit;
  /** What the numbers are. */
  valueName: string;
}

/** Bars from left to right, one below the other. */
export interface Bars extends Valued {
  kind: 'bars';
  /** Parts of each bar, from the left. */
  series: readonly Series[];
  /** Ends of the scale; without them it is from 0 to the longest bar. */
  scale?: readonly [number, number];
  /** A line across all bars. */
  reference?: { name: string; value: number };
}

/** Columns side by side; over them lines of shares from 0 to 1 on an axis of their own. */
export interface Columns extends Valued {
  kind: 'columns';
  /** Parts of each column, from the bottom; the values of a mark begin with these. */
  series: readonly Series[];
  /** At most two, whose values follow. */
  lines: readonly Series[];
  lineAxis?: string;
  /** What is shaded behind the columns: a share from 0 to 1 for each mark. */
  shaded?: { name: string; shares: readonly number[] };
  /** What an open column is. */
  partialName?: string;
}

/** A table of fields, the stronger coloured the larger their number; marks stand row by row. */
export interface HeatMap extends Valued {
  kind: 'heat-map';
  rows: readonly string[];
  columns: readonly string[];
  tone: 'heat' | 'warmHeat';
}

/** What is said below a picture. */
export const remarks = ({ selection, remark }: Picture) => [selection, remark].filter(Boolean).join(' ');

/** Marks of a picture that stand in rows of so many; undefined: all in one row. */
export const marksInRow = ({ chart }: Picture) =>
  chart.kind === 'heat-map' ? chart.columns.length : undefined;
