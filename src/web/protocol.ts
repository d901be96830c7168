import type { ChatField, DateField } from '../chats/columns.js';
import type { DateDecision } from '../reading/dates/evidence.js';
import type { FileForm } from '../reading/look.js';
import type { Proposal } from '../reading/proposals/propose.js';
import type { MatchedColumn } from '../reading/match-headings.js';
import type { DurationUnit, Profile } from '../reading/profiles/profile.js';
import type { DuckDbWasmFiles } from '../engines/duckdb-wasm/duckdb-wasm-engine.js';
import type { UserErrorParts } from '../errors.js';
import type { OutputId } from '../outputs/outputs.js';
import type { ReportOptionsSpec } from '../options/options.js';
import type { Report } from '../report/report.js';

/** What went wrong, as plain data: a UserError, or a fault of ours under the code `bug`. */
export type PlainError = Pick<UserErrorParts, 'code' | 'message' | 'hint' | 'place'>;

/** A file of the user: `File` objects cross to the worker without their content being copied. */
export interface PageFile {
  name: string;
  blob: Blob;
}

/** What a report is made of: files of the user, or so many chats that are made up. */
export type Input = { files: readonly PageFile[] } | { sampleChats: number };

/** From the page to its worker. `job` numbers what is asked for; replies carry it. */
export type Request =
  /** Load the engine: nothing else waits for it, and a report loads it by itself. */
  | { type: 'load'; engine: DuckDbWasmFiles }
  /** Take these files instead of the ones before and look at their beginning, without the engine. */
  | { type: 'open'; job: number; input: Input; options: ReportOptionsSpec }
  /** Look at the same files again under other options. */
  | { type: 'look'; job: number; options: ReportOptionsSpec }
  /** Make a report of the open files; takes the place of one that waits, and stops one that runs. */
  | { type: 'report'; job: number; options: ReportOptionsSpec }
  /** Make these reports too, when nothing else is to be done: those behind a filtered one. A new report takes their place. */
  | { type: 'behind'; job: number; options: readonly ReportOptionsSpec[] }
  /** Stop what runs and forget what waits. */
  | { type: 'cancel' }
  /** Write a file of the report under these options: most likely the one that was made last. */
  | { type: 'download'; job: number; kind: OutputId; options: ReportOptionsSpec };

/** From the worker to the page. */
export type Reply =
  | { type: 'engine'; state: 'loading' | 'ready' }
  | { type: 'engine'; state: 'failed'; error: PlainError }
  | { type: 'looked'; job: number; files: FileLooked[] }
  /** The files are read whole: what all of their rows say about how they are written. */
  | { type: 'read'; job: number; files: FileRead[] }
  | { type: 'progress'; job: number; progress: Progress }
  | { type: 'report'; job: number; made: MadeReport }
  /** One of the reports behind a filtered one. */
  | { type: 'behind'; job: number; options: ReportOptionsSpec; report: Report }
  | { type: 'download'; job: number; download: Download }
  /** Work ended without a result; `cancelled` is no fault. */
  | { type: 'failed'; job: number; error: PlainError };

/** What the beginning of a file shows. */
export interface FileLooked {
  name: string;
  bytes: number;
  form: FileForm;
  /** The sheets of a workbook, hidden ones last; empty for other files. */
  sheets: string[];
  /** The way in which its headings are understood. */
  profile: Profile;
  columns: LookedColumn[];
  /** Those of them that are read. */
  sheetsRead: string[];
  /** The units of its durations, as its headings, its profile and the user say. */
  units: Partial<Record<ChatField, DurationUnit>>;
  /** Needed fields without a column. */
  missingNeeded: ChatField[];
  /** The best candidate of every field among the columns. */
  proposals: Proposal[];
  /** A date of the file, such that its order matters if there is one. */
  dateExample: string | null;
  /** How many rows there may be, by the length of the first ones; null where that says nothing. */
  rowsGuess: number | null;
}

export interface LookedColumn extends MatchedColumn {
  /** The first values that are not empty, at most 3, each once. */
  samples: string[];
}

/** How a file is read, once all of its rows have been seen. */
export interface FileRead {
  name: string;
  decision: DateDecision;
  units: Partial<Record<ChatField, DurationUnit>>;
  /** The zones that its headings name. */
  zones: Partial<Record<DateField, string>>;
}

export interface Progress {
  /** A short text for people. */
  step: string;
  /** 0 to 100; null where it cannot be told. */
  percent: number | null;
  /** How many rows are read, about. */
  rows: number | null;
  bytes: number | null;
  totalBytes: number | null;
}

/** Who closed chats, most first. */
export interface Closer {
  name: string;
  isBot: boolean;
  chats: number;
}

export interface MadeReport {
  report: Report;
  closers: Closer[];
}

/** A file to save. */
export interface Download {
  name: string;
  blob: Blob;
}
