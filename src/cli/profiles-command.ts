import { allProfiles } from '../reading/profiles/choose-profile.js';
import { exitCodes, wrongUse } from '../errors.js';
import { oneOf } from '../options/values.js';
import type { Command, Surroundings } from './command.js';
import type { Arguments } from './flags.js';
import { wrapped } from './text-table.js';
import { tell, tellJson } from './tell.js';

export const profilesCommand: Command = {
  name: 'profiles',
  usage: 'chat-metrics profiles [--format text|json]',
  summary: 'List the platforms whose exports are known.',
  flags: [
    {
      name: 'format',
      placeholder: 'text|json',
      default: 'text',
      meaning: 'For people, or the profiles themselves.',
    },
  ],
  run: runProfiles,
};

// oxlint-disable-next-line typescript/require-await -- every command is asynchronous
async function runProfiles({ values, positionals }: Arguments, { stdout }: Surroundings): Promise<number> {
  if (positionals.length > 0)
    throw wrongUse('unwanted_argument', `"profiles" takes no "${String(positionals[0])}".`);
  const format = oneOf(['text', 'json'])(values['format'] ?? 'text', '--format');
  if (format === 'json') tellJson(stdout, allProfiles);
  else tell(stdout, `${profilesText()}\n`);
  return exitCodes.done;
}

function profilesText(): string {
  const blocks = allProfiles.map(({ name, title, evidence, refused, fields }) => {
    const unverified = Object.entries(fields).flatMap(([field, { unverified }]) =>
      unverified ? [field] : [],
    );
    const lines = [
      title,
      ...(refused === undefined ? [evidence] : [`Refused: ${refused}`]),
      ...(unverified.length > 0 ? [`Unverified: ${unverified.join(', ')}.`] : []),
    ];
    return `${name}\n${lines.map((line) => `    ${wrapped(line, 96, '    ')}`).join('\n')}`;
  });
  return `${blocks.join('\n\n')}\n\nForce one with --profile NAME; write your own with: chat-metrics inspect FILE --save-profile my.json`;
}
