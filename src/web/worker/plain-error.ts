import { UserError } from '../../errors.js';
import type { PlainError } from '../protocol.js';
import { asSetting } from '../state/setting-words.js';

/** Any error as plain data; one that is not the user's to put right is called a fault of the program. */
export function plainError(error: unknown): PlainError {
  if (error instanceof UserError) {
    const { code, place } = error;
    const { message, hint } = error.inWords(asSetting);
    return { code, message, hint, place };
  }
  const said = error instanceof Error ? error.message : String(error);
  return {
    code: 'bug',
    message: `Something went wrong that should not: ${said.split('\n')[0] ?? ''}`,
    hint: 'Try again. If it stays so, please report it with the file’s headings and what you did.',
  };
}
