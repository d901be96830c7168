import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** More links after another than any system follows. */
const mostLinks = 40;

/**
 * Where a path leads, links followed: also of a file that is not there yet, and of a link whose target is not.
 * @returns an absolute path; the given one, made absolute, where it cannot be followed.
 */
export async function realPlace(path: string): Promise<string> {
  return follow(resolve(path), mostLinks);
}

async function follow(path: string, linksLeft: number): Promise<string> {
  const real = await realpath(path).catch(() => null);
  if (real !== null || dirname(path) === path) return real ?? path;
  const target = await readlink(path).catch(() => null);
  if (target !== null) return linksLeft === 0 ? path : follow(resolve(dirname(path), target), linksLeft - 1);
  return join(await follow(dirname(path), linksLeft), basename(path));
}
