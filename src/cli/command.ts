import type { Arguments, Flag } from './flags.js';

/** The world around a command: where it stands and where it speaks. */
export interface Surroundings {
  folder: string;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

/** One command of the command line. */
export interface Command {
  name: string;
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  flags: readonly Flag[];
  /** Does the work and gives the exit code. */
  run: (args: Arguments, surroundings: Surroundings) => Promise<number>;
}
