import type { DateField } from '../chats/columns.js';
import type { DateEvidence, OrderFit } from '../reading/dates/evidence.js';
import type { DateLayout } from '../reading/dates/layout.js';
import type { FilePlan } from '../reading/plan.js';
import type { ZoneShift } from '../reading/dates/zones.js';

export type Cell = string | number | boolean | null;
export type ResultRow = Record<string, Cell>;

/** Column name to type of a relation that is made from plain values. */
export type ColumnTypes = Record<string, 'text' | 'integer' | 'float' | 'boolean' | 'date' | 'timestamp'>;

/** What came of reading a file: how many rows were rejected for their structure, by reason. */
export interface ReadResult {
  /** How many were read; absent where that is not known yet. */
  rows?: number;
  rejected: ReadonlyMap<string, number>;
}

/** Ids that all have a longer form than the number they are: `1008.0`, `00001008`. */
export type IdForm = 'decimal' | 'padded';
export type IdField = 'chat_id' | 'user_id';
export type IdForms = Partial<Record<IdField, IdForm>>;

/**
 * How one file's times become instants: by the layouts it was read with, some of which name the zone, and the shifts of each
 * date field's zone by wall time; none where taken as written.
 */
export interface RawFile {
  ordinal: number;
  layouts: readonly DateLayout[];
  shifts: Partial<Record<DateField, readonly ZoneShift[]>>;
  /** Ids that are compared without what makes them longer. */
  ids?: IdForms | undefined;
}

/** Files as they were read, kept from one run to the next. */
export interface KeptReadings {
  /**
   * The text that was kept with a reading of this very file under this plan and these choices; its rows are then there as if
   * they were read. Null where there is none.
   */
  recall(ordinal: number, plan: FilePlan, choices: string): Promise<string | null>;
  /** Keeps the rows of a file as they were last read, with a text; what was kept of older states of the file goes. */
  keep(ordinal: number, plan: FilePlan, choices: string, text: string): Promise<void>;
}

/** Reads files; the relation `raw_chats` comes of it. */
export interface Reader {
  /** Absent where nothing is kept. */
  readonly kept?: KeptReadings;
  /**
   * Reads a file under a plan, as its own typed rows; read again, the new rows take the place of the old ones. Rows that
   * break the rules of CSV, have too many or too few fields or do not decode are left out and counted.
   */
  readFile(ordinal: number, plan: FilePlan): Promise<ReadResult>;
  /** What the dates of a file show under the plan it was read with. */
  dateEvidence(ordinal: number, plan: FilePlan): Promise<DateEvidence>;
  /** How well a file's rows hold together as read, or with day and month swapped. */
  orderFit(ordinal: number, plan: FilePlan, isSwapped: boolean): Promise<OrderFit>;
  /** Makes the relation `raw_chats` of all files read. */
  openRawChats(files: readonly RawFile[]): Promise<void>;
}

/**
 * A place where the shared SQL runs. Relations live until `close`. The shared SQL may use `p50(x)`, `p90(x)`,
 * `name_key(x)` (NFC under full case folding), `key_digest(x)` (64 bits of a text, which other texts may share) and
 * `plus_seconds(timestamp, seconds)`, which every engine defines; dates and timestamps come back as `YYYY-MM-DD[ HH:MM:SS]`.
 */
export interface Sql {
  /** How many statements are best under way at a time; absent: one, and the next waits for it. */
  readonly lanes?: number;
  /** Makes a table of a SELECT; it takes the place of one with that name. */
  createTable(name: string, select: string): Promise<void>;
  /** Gives a SELECT a name without running it; it takes the place of one with that name. */
  createView(name: string, select: string): Promise<void>;
  /** Makes a table of plain values; it takes the place of one with that name. */
  insert(name: string, types: ColumnTypes, rows: readonly ResultRow[]): Promise<void>;
  query(select: string): Promise<ResultRow[]>;
  /** The rows of a SELECT, as `query` gives them, in batches of a few thousand: only these are held. */
  rows(select: string): AsyncIterable<ResultRow[]>;
}

/** What holds of an engine while it works, and its end. */
export interface Life {
  /** Name and version, for the report. */
  readonly name: string;
  /** How much of the running statement is done, in percent; null when it cannot be told. */
  progress(): number | null;
  /** Stops the running statement, or the reading of a file: it fails with a UserError `cancelled`. Nothing when idle. */
  cancel(): void;
  close(): Promise<void>;
}

/** Where files are read and the shared SQL runs. What works with an engine takes only the part of it that it needs. */
export interface Engine extends Reader, Sql, Life {}
