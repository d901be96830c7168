import type { SourceFile } from '../../files/source.js';
import type { ResultRow } from '../engine.js';

/** Gives a file to SQL: runs `read` with the path that SQL finds it by for so long. */
export type LentFile = <Result>(read: (path: string) => Promise<Result>) => Promise<Result>;

/** What a build of DuckDB must do for us; all else of an engine is SQL, and the same for every build. */
export interface Database {
  /** Name and version, for the report. */
  readonly name: string;
  /** How many statements may be under way at a time; absent: one. */
  readonly lanes?: number;
  run(sql: string): Promise<void>;
  query(select: string): Promise<ResultRow[]>;
  rows(select: string): AsyncIterable<ResultRow[]>;
  /** A file as it is; null where SQL cannot reach it. */
  lend(file: SourceFile): LentFile | null;
  /** Keeps a text that was made of a file; it takes the place of the one kept under that name. */
  keep(name: string, file: SourceFile, text: AsyncIterable<string>): Promise<LentFile>;
  /** Stops the running statements, which fail with a UserError `cancelled`; nothing when there is none. */
  interrupt(): void;
  /** How much of the running statement is done, in percent; null when it cannot be told. */
  progress(): number | null;
  close(): Promise<void>;
}
