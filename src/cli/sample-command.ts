import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exitCodes, wrongUse } from '../errors.js';
import type { Command, Surroundings } from './command.js';
import type { Arguments } from './flags.js';
import { defaultInput } from './inputs.js';
import { counted } from './numbers.js';
import { isStandardOutput } from './output.js';
import { checkWritable, writeWhole } from './write-file.js';
import { tell } from './tell.js';

export const sampleCommand: Command = {
  name: 'sample',
  usage: 'chat-metrics sample [-n 10000] [--seed 1] [-o data_dump.csv]',
  summary: 'Make a realistic export to try things on; the same seed gives the same file.',
  flags: [
    { name: 'chats', short: 'n', placeholder: 'COUNT', default: '10000', meaning: 'How many chats.' },
    { name: 'seed', placeholder: 'NUMBER', default: '1', meaning: 'Another number gives another export.' },
    { name: 'from', placeholder: 'DATE', default: '2026-02-02', meaning: 'The first day.' },
    {
      name: 'output',
      short: 'o',
      placeholder: 'PATH',
      default: defaultInput,
      meaning: 'Where it goes; - is standard output.',
    },
    { name: 'quiet', short: 'q', meaning: 'Say nothing.' },
  ],
  run: runSample,
};

async function runSample(
  { values, positionals }: Arguments,
  { folder, stdout }: Surroundings,
): Promise<number> {
  if (positionals.length > 0)
    throw wrongUse(
      'unwanted_argument',
      `"sample" takes no "${String(positionals[0])}".`,
      'Name the file with -o.',
    );
  const chats = wholeNumber(values['chats'] ?? '10000', '--chats');
  const text = await sampleText(chats, wholeNumber(values['seed'] ?? '1', '--seed'), values['from']);
  const output = String(values['output'] ?? defaultInput);
  if (isStandardOutput(output)) {
    await pipeline(Readable.from(text), stdout, { end: false });
    return exitCodes.done;
  }
  const path = resolve(folder, output);
  await checkWritable(path);
  if (values['output'] === undefined) await checkIsFree(path);
  await writeWhole(path, text);
  if (values['quiet'] !== true) tell(stdout, `Written: ${path} (${counted(chats)} chats)\n`);
  return exitCodes.done;
}

/** The default place bears the name of a real export, which is never overwritten without a word. */
async function checkIsFree(path: string): Promise<void> {
  if (!(await stat(path).catch(() => null))) return;
  throw wrongUse(
    'file_exists',
    `There is a file ${defaultInput} here already.`,
    `To overwrite it: chat-metrics sample -o ${defaultInput}`,
  );
}

function wholeNumber(value: unknown, flag: string): number {
  const number = String(value).trim() === '' ? Number.NaN : Number(value);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw wrongUse(
    'bad_value',
    `${flag}: "${String(value)}" is not allowed.`,
    'Allowed: a whole number from 0 up.',
  );
}

async function sampleText(chats: number, seed: number, from: unknown): Promise<Iterable<string>> {
  const { sampleCsv } = await import('../sample/sample.js');
  try {
    return sampleCsv({ chats, seed, ...(typeof from === 'string' ? { from } : {}) });
  } catch (error) {
    if (error instanceof RangeError) throw wrongUse('bad_value', `sample: ${error.message}.`);
    throw error;
  }
}
