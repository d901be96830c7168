import { UserError, exitCodes, placeText, wrongUse } from '../errors.js';
import { didYouMean } from '../options/names.js';
import packageJson from '../../package.json' with { type: 'json' };
import type { Command } from './command.js';
import { readArguments } from './flags.js';
import { commandHelp, generalHelp } from './help.js';
import { endings } from './inputs.js';
import { inspectCommand } from './inspect-command.js';
import { metricsCommand } from './metrics-command.js';
import { profilesCommand } from './profiles-command.js';
import { reportCommand } from './report-command.js';
import { sampleCommand } from './sample-command.js';
import { serveCommand } from './serve-command.js';
import { endWork, removeTemporary } from './temporary.js';
import { cannotWriteOut } from './write-errors.js';

const { version } = packageJson;

const commands: readonly Command[] = [
  reportCommand,
  serveCommand,
  inspectCommand,
  sampleCommand,
  metricsCommand,
  profilesCommand,
];

const signalCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

async function run(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--version' || name === '-V') return print(`${version}\n`);
  if (name === '' || name === '--help' || name === '-h' || name === 'help') return print(helpFor(rest[0]));
  const command = commandNamed(name);
  if (rest.includes('--help') || rest.includes('-h')) return print(commandHelp(command));
  const surroundings = { folder: process.cwd(), stdout: process.stdout, stderr: process.stderr };
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

function print(text: string): number {
  process.stdout.write(text);
  return exitCodes.done;
}

/** A signal was given: what fails now fails because of it. */
let isEnding = false;

function explain(error: unknown): number {
  if (isEnding) return exitCodes.unusableInput;
  if (error instanceof UserError) {
    const place = placeText(error.place);
    const prefix = place === '' || error.message.startsWith(error.place?.file ?? ' ') ? '' : `${place}: `;
    process.stderr.write(`Error: ${prefix}${error.message}\n${error.hint ? `${error.hint}\n` : ''}`);
    return error.exitCode;
  }
  if (isClosedPipe(error)) return exitCodes.done;
  if (error === outputFailure) return explain(cannotWriteOut(error));
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `This is a bug of Chat Metrics ${version}, not of your file. Please report it with these lines:\n${String(stack)}\n`,
  );
  return exitCodes.bug;
}

/** A reader that closes the pipe early (`| head`) has what it wanted; a report that goes to a file is still written. */
function isClosedPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EPIPE';
}

/** Why standard output took no more; null while it does. */
let outputFailure: Error | null = null;

process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) outputFailure ??= error;
});
// there is no place left to say so
process.stderr.on('error', () => undefined);

/** A summary that could not be shown fails a run that was done otherwise. */
async function afterOutput(code: number): Promise<number> {
  await new Promise(setImmediate);
  return outputFailure !== null && code === exitCodes.done ? explain(outputFailure) : code;
}

for (const [signal, code] of Object.entries(signalCodes)) {
  process.once(signal, () => {
    isEnding = true;
    const end = (): void => {
      removeTemporary();
      // The signal's own end is at once; an exit would wait for the query that the engine is at.
      process.kill(process.pid, signal);
      process.exit(code);
    };
    const work = endWork();
    if (work) void work.finally(end);
    else end();
  });
}

process.exitCode = await run(process.argv.slice(2)).catch(explain).then(afterOutput).finally(removeTemporary);
