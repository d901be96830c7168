import type { FileLooked, FileRead, Input } from '../protocol.js';

/** True where a column that every report needs is not found: the user has to say which it is. */
export function lacksColumns(files: readonly FileLooked[]): boolean {
  return files.some(({ missingNeeded }) => missingNeeded.length > 0);
}

/** True where no date of a file says whether its day or its month comes first. */
export function asksForOrder(files: readonly FileRead[]): boolean {
  return files.some(({ decision }) => decision.kind === 'undecided');
}

/** The names of what is open. */
export function inputNames(input: Input): string[] {
  return 'files' in input
    ? input.files.map(({ name }) => name)
    : [`${String(input.sampleChats)} made-up chats`];
}
