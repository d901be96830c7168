import { openDuckDb } from '../engines/duckdb/duckdb-engine.js';
import type { Engine } from '../engines/engine.js';
import type { SourceFile } from '../files/source.js';
import { temporaryFolder } from './temporary.js';

/** Opens the engine of this computer for files; `tell` is given what the user should know of its cache. */
export function openLocalEngine(
  _files: readonly SourceFile[],
  cache: string | null,
  tell: (note: string) => void,
): Promise<Engine> {
  return openDuckDb({
    temporaryFolder: temporaryFolder(),
    onCacheNote: tell,
    ...(cache === null ? {} : { cache }),
  });
}
