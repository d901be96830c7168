import { isAbsolute, relative, resolve, sep } from 'node:path';
import { exactPath } from '../duckdb-sql/read-sql.js';
import { realPlace } from './real-place.js';

/** The only places on disk that the engine reaches, links followed. */
export interface OpenDoors {
  /** Where each file is that may be read, by its path as it was named. */
  files: ReadonlyMap<string, string>;
  /** Folders whose files may be read and written. */
  folders: readonly string[];
  /** Files that may be read and written. */
  own: readonly string[];
}

/** Finds out where paths lead, as the engine does. */
export async function openDoors(
  files: readonly string[],
  folders: readonly string[],
  own: readonly string[],
): Promise<OpenDoors> {
  const places = files.map(async (path) => [resolve(path), await realPlace(path)] as const);
  const real = await Promise.all(folders.map(realPlace));
  return {
    files: new Map(await Promise.all(places)),
    folders: [...new Set([...folders.map((folder) => resolve(folder)), ...real])],
    own,
  };
}

/** The paths of all files that the engine may open, also as the patterns that stand for them. */
export function pathsWithin({ files, own }: OpenDoors): string[] {
  const paths = [...files.values()].flatMap((path) => [path, exactPath(path)]);
  return [...new Set([...paths, ...own])];
}

/** The path by which the engine finds a file; null where it may not, or cannot. */
export function placeWithin({ files, folders }: OpenDoors, path: string): string | null {
  const whole = resolve(path);
  const place = files.get(whole) ?? (folders.some((folder) => isBelow(folder, whole)) ? whole : null);
  return place === null || isUnnamable(place) ? null : place;
}

/** Where a backslash is part of a name, the engine finds no file by it once the name has to be written as a pattern. */
function isUnnamable(path: string): boolean {
  return sep === '/' && path.includes('\\') && exactPath(path) !== path;
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
