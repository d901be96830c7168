import { UserError, exitCodes } from '../errors.js';

/** What a call fails with that `cancel` stopped. */
export function cancelled(): UserError {
  return new UserError({
    code: 'cancelled',
    message: 'The work was cancelled.',
    exitCode: exitCodes.unusableInput,
  });
}
