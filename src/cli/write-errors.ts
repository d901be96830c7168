import { unusableInput, wrongUse, type UserError } from '../errors.js';

/** What a system's complaint means for people, as the end of a sentence, and the code of the message. */
const reasons: Record<string, [code: string, reason: string]> = {
  EROFS: ['cannot_write', 'its disk is read-only'],
  ENOENT: ['cannot_write', 'its folder is gone'],
  ENOTDIR: ['cannot_write', 'a file stands where its folder should be'],
  EISDIR: ['cannot_write', 'a folder stands in its place'],
  ENAMETOOLONG: ['cannot_write', 'its name is too long'],
  ELOOP: ['cannot_write', 'its links lead in a circle'],
  EFBIG: ['cannot_write', 'it is larger than files may be there'],
  ENXIO: ['cannot_write', 'nothing takes what is written there'],
  EIO: ['cannot_write', 'the disk fails'],
  EMFILE: ['cannot_write', 'too many files are open'],
  ENFILE: ['cannot_write', 'too many files are open'],
};

/**
 * What a failure to write means for people, in one line; all that is no complaint of the system comes back as it is.
 * @param flag the option that names the place
 */
export function cannotWrite(path: string, error: unknown, flag: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined || code === 'EPIPE') return error;
  const elsewhere = `name another place with ${flag}.`;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return unusableInput(
      'disk_full',
      `There is no room left to write ${path}. Free some room, or ${elsewhere}`,
    );
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES')
    return unusableInput('cannot_write', `${path} cannot be written. ${rightsHint(elsewhere)}`);
  const [word, reason] = reasons[code] ?? ['cannot_write', `the system says ${code}`];
  return unusableInput(word, `${path} cannot be written: ${reason}. Put that right, or ${elsewhere}`);
}

function rightsHint(elsewhere: string): string {
  return process.platform === 'win32'
    ? `Is it open in Excel? Close it there, or ${elsewhere}`
    : `Ask for the right to write there, or ${elsewhere}`;
}

/** What it means for people that standard output takes no more. */
export function cannotWriteOut(error: unknown): UserError {
  const { code = 'an error' } = error as NodeJS.ErrnoException;
  const reason = code === 'ENOSPC' || code === 'EDQUOT' ? 'there is no room left' : `the system says ${code}`;
  return unusableInput(
    'cannot_write',
    `Standard output cannot be written: ${reason}. Send it to another place.`,
  );
}

const shortages: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full for this user',
  EFBIG: 'a file would be larger than files may be',
  EMFILE: 'the program may not open so many files',
  ENFILE: 'too many files are open',
  ENOMEM: 'there is no memory left',
  EROFS: 'the disk is read-only',
  EIO: 'the disk fails',
};

/** What it means for people that the system gives no more, wherever that was; null for any other error. */
export function refusedBySystem(error: unknown): UserError | null {
  const { code = '', path } = error as NodeJS.ErrnoException;
  const shortage = shortages[code];
  if (shortage === undefined) return null;
  return unusableInput(
    'system_refused',
    `The system gives no more: ${shortage}${path === undefined ? '' : ` (${path})`}.`,
    'Free some of it and run again; TMPDIR names another folder for temporary files.',
  );
}

export function notAFolder(path: string): UserError {
  return wrongUse(
    'not_a_folder',
    `${path} cannot be a folder: a file stands in its place.`,
    'Name another folder with -o.',
  );
}

/** Another file came to stand in the place that was checked before. */
export function changedMeanwhile(path: string, flag: string): UserError {
  return unusableInput(
    'place_changed',
    `${path} is another kind of file than when the run began, and is left as it is. Run again, or name another place with ${flag}.`,
  );
}
