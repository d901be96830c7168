import { UserError } from '../../../src/errors.js';

/** What people are told of work that fails. */
export async function told(
  work: Promise<unknown>,
): Promise<{ code: string; exitCode: number; text: string }> {
  const error: unknown = await work.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error;
  const { code, exitCode, message, hint = '' } = error;
  return { code, exitCode, text: `${message} ${hint}` };
}
