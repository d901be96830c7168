import type { Arguments, Flag } from './flags.js';

/** A stream of text that may be a terminal of some width. */
export type OutputStream = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** The world around a command: where it stands, what it hears and where it speaks. */
export interface Surroundings {
  folder: string;
  stdin: NodeJS.ReadableStream;
  stdout: OutputStream;
  stderr: OutputStream;
}

/** One command of the command line. */
export interface Command {
  name: string;
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  flags: readonly Flag[];
  /** Flags that it takes, since a configuration has them, and does not heed: help does not tell them. */
  unheeded?: readonly string[];
  /** Commands to type, each with what it does. */
  examples?: readonly (readonly [command: string, what: string])[];
  /** Does the work and gives the exit code. */
  run: (args: Arguments, surroundings: Surroundings) => Promise<number>;
}
