export type Field =
  | 'chat_id'
  | 'user_id'
  | 'closed_by'
  | 'closing_reason'
  | 'started_at'
  | 'ended_at'
  | 'assigned_at'
  | 'bot_first_response_seconds'
  | 'agent_first_response_seconds'
  | 'csat_score';

/** Faults of one value that only a reader of the text can see. */
export type ReadingFault =
  | 'unreadable_ended_at'
  | 'unreadable_assigned_at'
  | 'unreadable_duration'
  | 'unreadable_rating';

export const warningKinds = [
  'ended_before_started',
  'assigned_outside_chat',
  'negative_duration',
  'unreadable_duration',
  'unreadable_rating',
  'rating_out_of_scale',
  'unreadable_ended_at',
  'unreadable_assigned_at',
  'open_with_ended_at',
  'closed_without_ended_at',
] as const;

export type WarningKind = (typeof warningKinds)[number];

/** One readable row. Times are epoch seconds; without a zone they are the wall time taken as UTC. */
export interface RefChat {
  chat_id: string;
  user_id: string | null;
  closed_by: string | null;
  closing_reason: string | null;
  started_at: number;
  ended_at: number | null;
  assigned_at: number | null;
  bot_first_response_seconds: number | null;
  agent_first_response_seconds: number | null;
  csat_score: number | null;
  /** The place in reading order, over all files. */
  ordinal: number;
  /** One entry per value that could not be read (the value itself is null). */
  faults?: ReadingFault[];
  /** Whether it was handed to an agent, at whatever time; before cleaning it is not known. */
  was_assigned?: boolean;
  /** The row's trimmed fields, to tell equal duplicates from differing ones. */
  fields?: string[];
}

/** Opens at `from_minute` of every `weekday` (1 = Monday); `to_minute` over 1440 is on the next day. */
export interface BusinessRange {
  weekday: number;
  from_minute: number;
  to_minute: number;
}

export interface RefOptions {
  period: 'day' | 'week' | 'month';
  /** 1 = Monday ... 7 = Sunday. */
  weekStart: number;
  /** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, wall time in the report zone. */
  from: string | null;
  to: string | null;
  /** Only chats that start on these weekdays (1 = Monday) and in these half hours (`09:30`); empty: all. */
  weekdays: number[];
  halfHours: string[];
  businessRanges: BusinessRange[];
  /** `YYYY-MM-DD` each. */
  holidays: string[];
  bots: string[];
  timeoutReasons: string[];
  csat: { min: number; max: number; satisfied: number };
  responseTargetSeconds: number;
  /** Averages per day count a first or last day that is not whole. */
  keepsEdgeDays?: boolean;
  shiftGapSeconds: number;
  /** IANA name of the report zone; null: times are shown as they are. */
  zone: string | null;
  /** A field that is false here is not in the file at all. */
  hasField: Partial<Record<Field, boolean>>;
}

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

export interface DataQuality {
  rows_read: number;
  rows_used: number;
  rows_rejected: number;
  rows_duplicate: number;
  rows_out_of_range: number;
  rows_filtered_out: number;
  duplicates_equal: number;
  duplicates_differing: number;
  warnings: Record<WarningKind, number>;
}

export interface RefTables {
  chat_metrics: Row[];
  agent_metrics: Row[];
  agent_metrics_by_period: Row[];
  half_hourly_chats: Row[];
  weekday_half_hourly_chats: Row[];
  closing_reasons: Row[];
  agent_activity: Row[];
  agent_activity_by_shift: Row[];
  data_quality: DataQuality;
}

/** A used chat after cleaning: faulty values are null, names are in their shown spelling. */
export interface UsedChat {
  chat_id: string;
  user_id: string | null;
  closer: 'bot' | 'agent' | 'open';
  agent: string | null;
  reason: string | null;
  is_timeout: boolean;
  started_at: number;
  ended_at: number | null;
  assigned_at: number | null;
  was_assigned: boolean;
  first_response: number | null;
  rating: number | null;
  /** Wall time of the start in the report zone, as if it were UTC. */
  start_wall: number;
  in_business_hours: boolean;
}
