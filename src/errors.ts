import { asFlag, inWords, type MentionWords } from './options/mention.js';

/** Where in the input something was found. Lines are physical lines of the file, counted from 1. */
export interface Place {
  file?: string;
  line?: number;
  column?: string;
}

/** Process exit codes of the command line, documented in the README. */
export const exitCodes = {
  done: 0,
  bug: 1,
  wrongUse: 2,
  unusableInput: 3,
  rowsRejected: 4,
  noChatsInRange: 5,
} as const;

/** An exit code for something that the user can put right. */
export type UserExitCode = 2 | 3 | 4 | 5;

export interface UserErrorParts {
  /** Stable word for programs, such as `missing_column`. */
  code: string;
  /** What happened, one sentence. Options in it and in the hint are named by `mention`. */
  message: string;
  /** What to do about it, one sentence or a command to type. */
  hint?: string;
  place?: Place;
  exitCode: UserExitCode;
}

/**
 * Something the user can put right: what happened, where, and what to do. Everything else thrown is a bug of ours. Its texts
 * name options as the command line does, unless it is given other words.
 */
export class UserError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly place: Place | undefined;
  readonly exitCode: UserExitCode;
  readonly #parts: UserErrorParts;

  constructor(parts: UserErrorParts, words: MentionWords = asFlag) {
    super(inWords(parts.message, words));
    this.#parts = parts;
    this.name = 'UserError';
    this.code = parts.code;
    this.hint = parts.hint === undefined ? undefined : inWords(parts.hint, words);
    this.place = parts.place;
    this.exitCode = parts.exitCode;
  }

  /** The same error as another surface than the command line says it. */
  saidIn(words: MentionWords): UserError {
    return new UserError(this.#parts, words);
  }

  /** Its texts as another surface than the command line says them. */
  inWords(words: MentionWords): Pick<UserErrorParts, 'message' | 'hint'> {
    const { message, hint } = this.#parts;
    return { message: inWords(message, words), hint: hint === undefined ? undefined : inWords(hint, words) };
  }
}

/** Wrong use of an option, a command or a configuration key: exit code 2. */
export function wrongUse(code: string, message: string, hint?: string): UserError {
  return new UserError({ code, message, hint, exitCode: exitCodes.wrongUse });
}

/** Input that no report can be made of: exit code 3. */
export function unusableInput(code: string, message: string, hint?: string, place?: Place): UserError {
  return new UserError({ code, message, hint, place, exitCode: exitCodes.unusableInput });
}

/** Returns `file, line 3` style text of a place, or an empty string. */
export function placeText(place: Place | undefined): string {
  if (!place) return '';
  const parts = [place.file, place.line && `line ${place.line}`, place.column && `column "${place.column}"`];
  return parts.filter(Boolean).join(', ');
}
