import { UserError, unusableInput } from '../../errors.js';
import { cancelled } from '../cancelled.js';
import { engineFailed } from './engine-life.js';
import { cannotRead } from './files.js';

const noMemory =
  /Out of Memory|out of memory|allocation fail|could not allocate|bad_alloc|Cannot enlarge memory/;
const stopped = /cancell?ed|INTERRUPT Error/;
const unreadable = /NotReadableError|NotFoundError|could not be read/;

/** What an error of the engine means for people; the error itself where it means nothing to them. */
export function explained(error: unknown, fileName: string | null): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  if (noMemory.test(error.message)) return tooBig(fileName ?? 'FILE');
  if (stopped.test(error.message)) return cancelled();
  if (unreadable.test(error.message)) return cannotRead(fileName ?? 'The file', error);
  return error.name === 'RuntimeError' ? engineFailed(error.message) : error;
}

function tooBig(name: string): UserError {
  return unusableInput(
    'too_big_for_browser',
    `${name} is too big for this browser: its engine has no more memory.`,
    `Make the report on the command line, which can take far larger files: chat-metrics report "${name}"`,
    { file: name },
  );
}
