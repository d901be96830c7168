import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { rejectsHeading, rejectsLine } from '../presentation/rejects-csv.js';
import type { RejectedRecord } from '../report/quality/rejected.js';
import { writeWhole, type Writing } from './write-file.js';

/** A file that takes rejected rows one by one. */
export interface RejectsFile {
  add: (row: RejectedRecord) => Promise<void>;
  finish: () => Promise<void>;
}

/**
 * Opens the file of rejected rows: the original columns, then ours. It can be mended and read again. Rows under other headings
 * go to a file of their own, `bad-2.csv` beside `bad.csv`, as each platform's values are read in their own way. It is written
 * whole, with its heading alone when there is none.
 */
export function rejectsFile(path: string, check?: Writing['check'], hasMark = false): RejectsFile {
  const writing = { flag: '--rejects', ...(check && { check }) };
  const files = new Map<string, OpenFile>();
  const fileFor = (headings: readonly string[]): OpenFile => {
    const key = JSON.stringify(headings);
    const file =
      files.get(key) ??
      openFile(
        numbered(path, files.size + 1),
        `${hasMark ? '\uFEFF' : ''}${rejectsHeading(headings)}`,
        writing,
      );
    files.set(key, file);
    return file;
  };
  return {
    add: (row) => fileFor(row.headings).write(rejectsLine(row)),
    finish: async () => {
      if (files.size === 0) fileFor([]);
      for (const file of files.values()) await file.finish();
    },
  };
}

interface OpenFile {
  write: (line: string) => Promise<void>;
  finish: () => Promise<void>;
}

function openFile(path: string, heading: string, writing: Writing): OpenFile {
  const stream = new PassThrough();
  const written = writeWhole(path, stream, writing);
  written.catch(() => undefined);
  stream.write(heading);
  return {
    write: async (line) => {
      if (!stream.write(line)) await Promise.race([once(stream, 'drain'), written]);
    },
    finish: async () => {
      stream.end();
      await written;
    },
  };
}

/** Every place that rejected rows of so many files may go to: each file may have headings of its own. */
export function rejectsPaths(path: string, files: number): string[] {
  return Array.from({ length: Math.max(1, files) }, (_, index) => numbered(path, index + 1));
}

/** `bad.csv`, `bad-2.csv`, ... Nothing is made among the devices of a system: there each is the same one. */
function numbered(path: string, number: number): string {
  return number === 1 || path.startsWith('/dev/')
    ? path
    : path.replace(/(\.[^./\\]*)?$/, `-${String(number)}$1`);
}
