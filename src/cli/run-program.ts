import { UserError, exitCodes, placeText, wrongUse } from '../errors.js';
import { didYouMean } from '../options/names.js';
import packageJson from '../../package.json' with { type: 'json' };
import type { Command, Surroundings } from './command.js';
import { completionCommand } from './completion-command.js';
import { readArguments } from './flags.js';
import { commandHelp, generalHelp } from './help.js';
import { endings } from './inputs.js';
import { inspectCommand } from './inspect-command.js';
import { metricsCommand } from './metrics-command.js';
import { profilesCommand } from './profiles-command.js';
import { reportCommand } from './report-command.js';
import { sampleCommand } from './sample-command.js';
import { serveCommand } from './serve-command.js';
import { removeTemporary } from './temporary.js';
import { cannotWriteOut, refusedBySystem } from './write-errors.js';
import { spelledOut } from '../files/spelled-out.js';
import { sourceFrames } from './source-frames.js';
import { tell } from './tell.js';

const { version } = packageJson;

const commands: readonly Command[] = [
  reportCommand,
  serveCommand,
  inspectCommand,
  sampleCommand,
  metricsCommand,
  profilesCommand,
  completionCommand(() => commands),
];

/**
 * Runs the program with its arguments, one run at a time in a process: temporary files are gone when it ends.
 * @param isEnding Whether a signal has ended the run: what fails after it fails because of it, and is not explained.
 * @returns The exit code.
 */
export async function runProgram(
  args: readonly string[],
  surroundings: Surroundings,
  isEnding: () => boolean = () => false,
): Promise<number> {
  const output = watched(surroundings.stdout);
  const explained = (error: unknown): number =>
    isEnding() ? exitCodes.unusableInput : explain(error, surroundings, output.failure());
  try {
    const code = await run(args, surroundings).catch(explained);
    // a stream tells its faults after the call that wrote to it
    await new Promise(setImmediate);
    const failure = output.failure();
    return failure !== null && code === exitCodes.done ? explained(failure) : code;
  } finally {
    removeTemporary();
  }
}

async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { stdout } = surroundings;
  const [name = '', ...rest] = args;
  if (['version', '--version', '-V'].includes(name)) return print(`${version}\n`, stdout);
  if (name === '' || name === '--help' || name === '-h' || name === 'help')
    return print(helpFor(rest[0]), stdout);
  const command = commandNamed(name);
  if (rest.includes('--help') || rest.includes('-h')) return print(commandHelp(command), stdout);
  return command.run(readArguments(command.name, command.flags, rest), surroundings);
}

function helpFor(name: string | undefined): string {
  return name === undefined ? generalHelp(commands) : commandHelp(commandNamed(name));
}

function commandNamed(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const names = commands.map((candidate) => candidate.name);
  const isFile = endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
  throw wrongUse(
    'unknown_command',
    `There is no command "${name}".${isFile ? '' : didYouMean(name, names)}`,
    isFile
      ? `To make a report of it: chat-metrics report ${name}`
      : `Commands: ${names.join(', ')}. More: chat-metrics --help`,
  );
}

function print(text: string, stdout: Surroundings['stdout']): number {
  tell(stdout, text);
  return exitCodes.done;
}

function explain(error: unknown, surroundings: Surroundings, outputFailure: Error | null): number {
  const { stderr } = surroundings;
  if (error instanceof UserError) {
    const place = placeText(error.place);
    const prefix = place === '' || error.message.startsWith(error.place?.file ?? ' ') ? '' : `${place}: `;
    const hint = error.hint === undefined ? '' : `${error.hint}\n`;
    tell(stderr, `Error: ${spelledOut(`${prefix}${error.message}`, '\t')}\n${hint}`);
    return error.exitCode;
  }
  if (isClosedPipe(error)) return exitCodes.done;
  if (error === outputFailure) return explain(cannotWriteOut(error), surroundings, null);
  const refusal = refusedBySystem(error);
  if (refusal) return explain(refusal, surroundings, null);
  tell(
    stderr,
    `This is a bug of Chat Metrics ${version}, not of your file. Please report it${addressOf(packageJson)} with these lines:\n${placesOf(error)}\n`,
  );
  return exitCodes.bug;
}

/** Where bugs are reported, as the package says. */
function addressOf(manifest: object): string {
  const { bugs } = manifest as { bugs?: { url: string } | string };
  const address = typeof bugs === 'string' ? bugs : bugs?.url;
  return address === undefined ? '' : ` at ${address}`;
}

/** What kind of error it is, and where in the program; its message may hold values of customers. */
function placesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const kind = /^[A-Z][A-Za-z]{0,30} Error(?=:)/.exec(error.message)?.[0] ?? '';
  const { code } = error as NodeJS.ErrnoException;
  const places = sourceFrames(error.stack ?? '');
  return [[error.name, kind, code ?? ''].filter((word) => word !== '').join(', '), ...places].join('\n');
}

/** Why standard output took no more; null while it does, and where its reader left. */
function watched(stdout: Surroundings['stdout']): { failure: () => Error | null } {
  let failure: Error | null = null;
  stdout.on('error', (error) => {
    if (!isClosedPipe(error)) failure ??= error;
  });
  return { failure: () => failure };
}

/** A reader that closes the pipe early (`| head`) has what it wanted; a report that goes to a file is still written. */
function isClosedPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EPIPE';
}
