import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownLease, removeAbandoned } from '../engines/duckdb/leased-names.js';
import { unusableInput } from '../errors.js';

const paths = new Set<string>();

let ownFolder: string | null = null;

/**
 * The folder of this run alone, gone at its end however it ends.
 * @throws UserError when there is no place for it.
 */
export function temporaryFolder(): string {
  try {
    ownFolder ??= newFolder();
    paths.add(ownFolder);
    return ownFolder;
  } catch (error) {
    throw unusableInput(
      'no_temporary_folder',
      `${tmpdir()} cannot hold temporary files: ${(error as Error).message}`,
      'Name another folder for them in the environment variable TMPDIR (TEMP on Windows).',
    );
  }
}

function newFolder(): string {
  removeAbandoned(tmpdir(), prefix);
  return mkdtempSync(join(tmpdir(), `${prefix}${ownLease}-`));
}

const prefix = 'chat-metrics-run-';

/** Has a half-written file removed at the end of the run, unless `keep` is called for it before. */
export function removeAtEnd(path: string): void {
  paths.add(path);
}

/** The file is whole and stays. */
export function keep(path: string): void {
  paths.delete(path);
}

const endings = new Set<() => Promise<void>>();
const longestEndMs = 10_000;

/** Has work done when a signal ends the run; at its own end a run does it by itself. */
export function workAtEnd(work: () => Promise<void>): void {
  endings.add(work);
}

/** Does the work that a signal must wait for; null when there is none. It is given up after ten seconds. */
export function endWork(): Promise<unknown> | null {
  if (endings.size === 0) return null;
  const all = Promise.allSettled([...endings].map((work) => work()));
  return Promise.race([all, new Promise((resolve) => setTimeout(resolve, longestEndMs))]);
}

/** Removes what this run leaves behind; works when the process is about to end. */
export function removeTemporary(): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true, maxRetries: 2 });
  paths.clear();
  ownFolder = null;
}
