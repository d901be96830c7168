import { PassThrough } from 'node:stream';
import { once } from 'node:events';
import type { RejectedRow } from '../report/report.js';
import { csvLine } from './csv-text.js';
import { writeWhole } from './write-file.js';

/** A file that takes rejected rows one by one. */
export interface RejectsFile {
  add: (row: RejectedRow) => Promise<void>;
  finish: () => Promise<void>;
}

/** Opens the file of rejected rows; it is written whole, with its heading alone when there is none. */
export function rejectsFile(path: string): RejectsFile {
  const stream = new PassThrough();
  const written = writeWhole(path, stream);
  written.catch(() => undefined);
  stream.write(csvLine(['file', 'line', 'reason', 'text']));
  return {
    add: async ({ file, line, reason, text }) => {
      if (!stream.write(csvLine([file, line, reason, text])))
        await Promise.race([once(stream, 'drain'), written]);
    },
    finish: async () => {
      stream.end();
      await written;
    },
  };
}
