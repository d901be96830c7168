export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

/** A user's options in the library's spelling; all have metrics.md's defaults. */
export interface CaseOptions {
  period?: 'day' | 'week' | 'month';
  weekStart?: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
  from?: string;
  to?: string;
  businessHours?: string;
  holidays?: string[];
  bots?: string[];
  csatScale?: string;
  csatSatisfied?: number;
  timeoutReasons?: string[];
  responseTarget?: string;
  shiftGap?: string;
  timezone?: string;
  sourceTimezone?: string;
}

export type TableName =
  | 'chat_metrics'
  | 'agent_metrics'
  | 'agent_metrics_by_period'
  | 'half_hourly_chats'
  | 'weekday_half_hourly_chats'
  | 'closing_reasons'
  | 'agent_activity'
  | 'agent_activity_by_shift';

/** The one row of `table` that has the cells of `where` also has the cells of `row`. */
export interface ExpectedRow {
  table: TableName;
  where: Row;
  row: Row;
}

export interface ExpectedQuality {
  rows_read?: number;
  rows_used?: number;
  rows_rejected?: number;
  rows_duplicate?: number;
  rows_out_of_range?: number;
  warnings?: Record<string, number>;
}

export interface Case {
  /** A sentence that must hold. */
  name: string;
  /** A whole CSV file. Every file has a day over 12 in its dates, so that day-first is decided. */
  csv: string;
  options?: CaseOptions;
  expected: ExpectedRow[];
  /** How many rows whole tables have. */
  rowCounts?: Partial<Record<TableName, number>>;
  dataQuality?: ExpectedQuality;
}

export const seedHeadings =
  'RoomCode,UserId,ClosedBy,ClosingComment,ChatStartTime,ChatEndTime,AgentAssignmentTimestamp,' +
  'BotFirstResponseTime,AgentFirstResponseTime,CsatScore';

/** A CSV file with the seed's ten headings over the given lines. */
export const seedCsv = (...lines: string[]): string => `${[seedHeadings, ...lines].join('\n')}\n`;
