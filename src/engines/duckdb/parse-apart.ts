import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { unusableInput } from '../../errors.js';
import type { ParsedSheet, ParseSpreadsheet } from '../../files/spreadsheet/parsed-sheet.js';

/** What a thread may take to read a spreadsheet. */
export interface ThreadLimits {
  seconds: number;
  megabytes: number;
}

/** More than this no file of the size that is allowed takes: the library has lost its way in it. */
const usualLimits: ThreadLimits = { seconds: 120, megabytes: 2048 };

type Message = { sheets: ParsedSheet[] } | { failure: string };

/**
 * Reads a spreadsheet in a thread with a limit of time and of memory. Where the program is not built there is no file for the
 * thread, and it is read in this one.
 */
export const parseApart: ParseSpreadsheet = async (content, kind) => {
  const program = ['./spreadsheet-worker.js', '../spreadsheet-worker.js']
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((place) => existsSync(place));
  if (program === undefined) {
    const { parseSpreadsheet } = await import('../../files/spreadsheet/parse-spreadsheet.js');
    return parseSpreadsheet(content, kind);
  }
  return parseBy(program, content, kind);
};

/**
 * Has a program read a spreadsheet in a thread, which ends with it.
 * @throws UserError when that takes longer, or more memory, than it may; Error where the program says that it failed.
 */
export async function parseBy(
  program: string | URL,
  content: Parameters<ParseSpreadsheet>[0],
  kind: Parameters<ParseSpreadsheet>[1],
  limits = usualLimits,
): Promise<ParsedSheet[]> {
  const worker = new Worker(program, {
    workerData: { content, kind },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    stderr: true,
    stdout: true,
  });
  try {
    return await sheetsOf(worker, limits);
  } finally {
    await worker.terminate();
  }
}

function sheetsOf(worker: Worker, { seconds, megabytes }: ThreadLimits): Promise<ParsedSheet[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooMuch(`more than ${String(seconds)} seconds`)), seconds * 1000);
    worker.once('message', (message: Message) => {
      clearTimeout(timer);
      if ('sheets' in message) resolve(message.sheets);
      else reject(new Error(message.failure));
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the thread ended with code ${String(code)}`));
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooMuch(`more than ${String(megabytes)} MB of memory`)
          : error,
      );
    });
  });
}

function tooMuch(what: string): Error {
  return unusableInput(
    'workbook_too_large',
    `The spreadsheet takes ${what} to read.`,
    'Open it in Excel or LibreOffice, save it as .xlsx or CSV, and give that file.',
  );
}
