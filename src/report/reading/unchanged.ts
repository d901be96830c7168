import { UserError, unusableInput } from '../../errors.js';
import type { SourceFile } from '../../files/source.js';

/** What is read of a file that stayed as it was meanwhile. */
export interface Unchanged<Result> {
  result: Result;
  /** The state of the file that it was read in; null where that cannot be known. */
  state: string | null;
  /** It changed while it was read first, and was read again. */
  isSecond: boolean;
}

/**
 * Reads a file that must stay as it is meanwhile: once more where it did not.
 * @throws UserError `input_changed` where it changed again; what `read` throws of a file that stayed the same.
 */
export async function readUnchanged<Result>(
  file: SourceFile,
  read: (file: SourceFile) => Promise<Result>,
): Promise<Unchanged<Result>> {
  const first = await attempt(file, read);
  if (first) return { ...first, isSecond: false };
  const second = await attempt((await file.renewed?.()) ?? file, read);
  if (second) return { ...second, isSecond: true };
  throw inputChanged(file.name);
}

/** Null where the file changed meanwhile, whether it could be read all the same or not. */
async function attempt<Result>(
  file: SourceFile,
  read: (file: SourceFile) => Promise<Result>,
): Promise<Omit<Unchanged<Result>, 'isSecond'> | null> {
  const state = (await file.state?.()) ?? null;
  const [reading] = await Promise.allSettled([read(file)]);
  const isStopped = reading.status === 'rejected' && isCancelled(reading.reason);
  if (!isStopped && state !== null && state !== (await file.state?.())) return null;
  if (reading.status === 'rejected') throw reading.reason;
  return { result: reading.value, state };
}

/** @throws UserError `input_changed` where a file is no longer in the state in which it was read. */
export async function checkUnchanged(file: SourceFile, state: string | null | undefined): Promise<void> {
  if (state && state !== (await file.state?.())) throw inputChanged(file.name);
}

function isCancelled(error: unknown): boolean {
  return error instanceof UserError && error.code === 'cancelled';
}

function inputChanged(name: string): UserError {
  return unusableInput(
    'input_changed',
    `${name} changed while it was read, so no report of it would be right.`,
    'Run again once nothing writes to it, or copy it first and name the copy.',
    { file: name },
  );
}
