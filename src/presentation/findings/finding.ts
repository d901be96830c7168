import type { TableId } from '../../metrics/catalog.js';
import type { Value } from '../../report/report.js';
import type { Interval } from '../../statistics/intervals.js';

/** One thing that a reader of the report should know: what a test found in its figures. */
export interface Finding {
  /** Stable: `weekdays`, `bot_against_agents`, ... */
  id: string;
  title: string;
  /** Whole sentences: who, what, how much, compared with what, of how many. */
  text: string;
  /** How many cases the figure that stands out rests on. */
  n: number;
  /** The 95% interval of `difference` of the figures; null where it has none. */
  interval: Interval | null;
  /** The figures of the sentence by name; rates are 0 to 1. */
  figures: Readonly<Record<string, Value>>;
  /** The table of the report that has the figures. */
  table: TableId | 'data_quality';
  /** The name of the picture that shows it; null: none does. */
  picture: FindingPicture | null;
}

/** The pictures that findings point to, by their names in `pictures/`. */
export type FindingPicture =
  | 'periods'
  | 'closersByPeriod'
  | 'halfHours'
  | 'weekChats'
  | 'reasons'
  | 'csatHours'
  | 'agentsByCsat'
  | 'agentsByResponse'
  | 'activity';

/** One test of a figure, whatever came out. */
export interface Tested {
  p: number;
  /** Is the difference large enough to be told, if it is no chance? */
  isLarge: boolean;
  /** Chats concerned x effect: what it would move. */
  weight: number;
  tell: () => Finding;
}

/** Tests of one question; at most one of them is told. */
export type Family = readonly Tested[];

/** A difference of two shares below this is not told. */
export const leastPoints = 0.05;
/** A relative change below this is not told. */
export const leastChange = 0.1;
