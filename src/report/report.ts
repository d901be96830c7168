import type { FileForm } from '../reading/look.js';
import type { ChatField } from '../chats/columns.js';
import type { TableId } from '../metrics/catalog.js';
import type { DayFigures } from '../metrics/day-figures.js';
import type { ReportedOptions } from '../options/options.js';

/** One cell of a metric table. Dates are `YYYY-MM-DD`, date-times `YYYY-MM-DD HH:MM:SS`; null is "nothing to measure". */
export type Value = string | number | boolean | null;

/** One row of a metric table, by the column names of the metric catalog. */
export type Row = Readonly<Record<string, Value>>;

/** How one heading of a file was understood. */
export interface ReportedColumn {
  heading: string;
  /** null: holds no field. */
  field: ChatField | null;
  /** What it decides about a whole row; null for all but a few. */
  condition: 'chat_when' | 'closed_when' | 'open_when' | 'bot_when' | null;
  /** Why: `mapped by option`, `heading of PLATFORM`, `name of the field`, `synonym`, `not used`. */
  rule: string;
  /** True where no source shows this heading of the platform, or the form of its values. */
  is_unverified: boolean;
}

export interface ReportedFile {
  name: string;
  bytes: number | null;
  rows_read: number;
  /** `table`: of a ClickHouse server. */
  kind: FileForm['kind'] | 'table';
  /** Workbooks only. */
  sheet: string | null;
  /** Text files only. */
  encoding: string | null;
  /** CSV only. */
  delimiter: string | null;
  heading_line: number;
  /** The profile that it was read by. */
  profile: string;
  columns: ReportedColumn[];
  date_order: 'dmy' | 'mdy' | 'ymd' | null;
  /** One sentence: how the order of day, month and year was found. */
  date_evidence: string;
}

export interface ReportSource {
  files: ReportedFile[];
  /** Fields that no file has: their metrics are empty. */
  missing_fields: ChatField[];
  /** Whole days of the report, `YYYY-MM-DD`, `to` exclusive, with those of which it has a part. */
  range_from: string;
  range_to: string;
  days: number;
  /** Days at the ends of the range that are not whole: averages per day and per weekday leave them out. */
  days_left_out: string[];
  /** Start of the first and of the last chat in the range, wall time; null where there is none. */
  first_chat_at: string | null;
  last_chat_at: string | null;
  /** The zone of every wall time in the report; null: times are shown as written in the file. */
  timezone: string | null;
  /** Version of the time zone rules, e.g. `2025c`; null where no zone is in use. */
  timezone_rules: string | null;
  engine: string;
}

export interface RejectedRow {
  file: string;
  /** Physical line where the record starts, from 1; 0 in a table of a server, which has none. */
  line: number;
  reason: string;
  /** The record as it stands in the file. */
  text: string;
}

export interface ReportWarning {
  /** Stable word such as `ended_before_started`. */
  kind: string;
  /** One sentence for people. */
  message: string;
  rows: number;
  /** The first few: which chat, and the value that does not count. */
  examples: { file: string; chat_id: string; value: string }[];
}

export interface DataQuality {
  rows_read: number;
  rows_used: number;
  rows_rejected: number;
  rows_duplicate: number;
  rows_out_of_range: number;
  /** Rows left out by a filter (`--agent`, `--closing-reason`, `--weekday`, `--half-hour`); 0 without one. */
  rows_filtered_out: number;
  /** Duplicates that say the same in every field, and those that differ; they add up to `rows_duplicate`. */
  rows_duplicate_equal: number;
  rows_duplicate_differing: number;
  rejected_by_reason: { reason: string; rows: number }[];
  /** The first rejected rows, at most 20; all of them go to `--rejects`. */
  rejected_examples: RejectedRow[];
  warnings: ReportWarning[];
  /** What was assumed or could not be measured, one sentence each. */
  notes: string[];
}

/** One figure of the report beside the same figure of the other range. */
export type ComparedFigure = {
  table: 'chat_metrics' | 'agent_metrics';
  /** null: all chats, or all agents. */
  agent: string | null;
  /** Name of the column in that table. */
  metric: string;
  value: number | null;
  other_value: number | null;
  /** value - other_value: of two rates, percentage points / 100. */
  difference: number | null;
  /** difference / other_value; null for rates and scores, whose difference says more. */
  change_rate: number | null;
};

/** The report set beside another range (`--compare`). */
export interface Comparison {
  /** Whole days of the other range, `to` exclusive. */
  range_from: string;
  range_to: string;
  days: number;
  /** The two ranges are as long as each other by the clock, and the files reach over all of them. */
  are_counts_comparable: boolean;
  /** Incoming chats of the other range. */
  chats: number;
  figures: ComparedFigure[];
}

/** All that a report says, as plain data: the only thing that the workbook, the page or JSON is made of. */
export interface Report {
  options: ReportedOptions;
  source: ReportSource;
  tables: Record<TableId, Row[]>;
  /** What each day has, in and out of business hours: what findings are tested on. Empty below 30 chats. */
  days: DayFigures[];
  /** null: without `--compare`. */
  comparison: Comparison | null;
  data_quality: DataQuality;
}
