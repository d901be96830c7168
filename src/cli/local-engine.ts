import { statfs } from 'node:fs/promises';
import { pathsOf } from '../engines/duckdb/files.js';
import type { Engine } from '../engines/engine.js';
import type { SourceFile } from '../files/source.js';
import { settingsFor, spaceFor } from '../engines/duckdb/small-files.js';
import { temporaryFolder } from './temporary.js';

/** What the engine may hold in memory before it goes on in the temporary folder, in bytes. */
const usualMemory = 1_000_000_000;
const largeMemory = 1_600_000_000;

/** From here on files are large: their rows do not fit into memory. */
const largeBytes = 4_000_000_000;

/** Below this the temporary folder is hardly used. */
const bytesWorthTelling = 800_000_000;

/** Opens the engine of this computer for files; `tell` is given what the user should know of its cache and its space. */
export async function openLocalEngine(
  files: readonly SourceFile[],
  cache: string | null,
  tell: (note: string) => void,
  memory: number | null = null,
): Promise<Engine> {
  const bytes = files.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
  const folder = temporaryFolder();
  const needed = spaceFor(files);
  const space = spaceNote(needed, await freeBytes(folder), folder);
  if (space !== null) tell(space);
  const { openDuckDb } = await import('../engines/duckdb/duckdb-engine.js');
  return openDuckDb({
    temporaryFolder: folder,
    memory: memory ?? (bytes < largeBytes ? usualMemory : largeMemory),
    onCacheNote: tell,
    files: pathsOf(files),
    folders: [folder],
    ...settingsFor(files),
    ...(cache === null ? {} : { cache }),
  });
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** What is said before work that may need much temporary space, in bytes; null where it needs little. */
export function spaceNote(needed: number, free: number, folder: string): string | null {
  if (needed < bytesWorthTelling) return null;
  const [need, left] = [gigabytes(needed), gigabytes(free)];
  const told = `This takes up to ${need} GB in ${folder} until the report is done; ${left} GB are free there.`;
  return needed <= free
    ? told
    : `${told} That may not be enough: a larger disk can be named in the environment variable TMPDIR.`;
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
