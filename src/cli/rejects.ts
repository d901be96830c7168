import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { rejectsColumns } from '../chats/rejects-file.js';
import type { RejectedRecord } from '../report/rejected.js';
import { csvLine } from './csv-text.js';
import { writeWhole } from './write-file.js';

/** A file that takes rejected rows one by one. */
export interface RejectsFile {
  add: (row: RejectedRecord) => Promise<void>;
  finish: () => Promise<void>;
}

/**
 * Opens the file of rejected rows: the original columns, then ours. It can be mended and read again. It is written whole, with
 * its heading alone when there is none.
 */
export function rejectsFile(path: string): RejectsFile {
  const stream = new PassThrough();
  const written = writeWhole(path, stream);
  written.catch(() => undefined);
  let hasHeading = false;
  const heading = (headings: readonly string[]): void => {
    if (!hasHeading) stream.write(csvLine([...headings, ...rejectsColumns]));
    hasHeading = true;
  };
  return {
    add: async ({ headings, cells, file, line, reason, text }) => {
      heading(headings);
      if (!stream.write(csvLine([...cells, file, line, reason, text])))
        await Promise.race([once(stream, 'drain'), written]);
    },
    finish: async () => {
      heading([]);
      stream.end();
      await written;
    },
  };
}
