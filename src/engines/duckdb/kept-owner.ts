import { chmod, stat } from 'node:fs/promises';
import { isMainThread } from 'node:worker_threads';
import { wrongUse, type UserError } from '../../errors.js';

const groupAndOthers = 0o077;

/**
 * Makes sure that a cache which is there is a file of this user, or of root, and that nobody else may read or write it.
 * Windows has neither: there it checks that it is a file.
 * @throws UserError for a file of someone else, and for what is no file.
 */
export async function checkOwner(path: string): Promise<void> {
  const place = await stat(path).catch(() => null);
  if (!place) return;
  if (!place.isFile())
    throw wrongUse(
      'not_a_cache',
      `${path} is no file, and cannot be a cache.`,
      'Name another place with --cache: a file that is not there yet, or that an earlier run has made.',
    );
  const user = process.geteuid?.();
  if (user === undefined) return;
  if (place.uid !== user && place.uid !== 0) throw foreignOwner(path);
  if ((place.mode & groupAndOthers) !== 0)
    await chmod(path, place.mode & ~groupAndOthers & 0o777).catch(() => undefined);
}

function foreignOwner(path: string): UserError {
  return wrongUse(
    'foreign_cache',
    `The cache ${path} belongs to another user, who can write into it what is then taken for your chats.`,
    'Name a file of your own with --cache, or take over this one (chown) if you trust its content.',
  );
}

let working = 0;
let usual = 0;

/** Does work whose new files nobody but this user may open; others of this process that are made meanwhile likewise. */
export async function forOwnerOnly<Result>(work: () => Promise<Result>): Promise<Result> {
  if (!isMainThread) return work();
  working += 1;
  if (working === 1) usual = process.umask(groupAndOthers);
  try {
    return await work();
  } finally {
    working -= 1;
    if (working === 0) process.umask(usual);
  }
}
