import type { Command } from './command.js';
import { groupedFlags } from './flag-groups.js';
import type { Flag } from './flags.js';
import { columnsText, wrapped } from './text-table.js';

const exitCodeLines = [
  ['0', 'done'],
  ['1', 'a bug of Chat Metrics'],
  ['2', 'wrong use: an option, a command or a configuration'],
  ['3', 'input that no report can be made of'],
  ['4', '--strict, and a row was rejected'],
  ['5', 'no chat starts in the range that was asked for'],
];

const generalExamples: Examples = [
  ['chat-metrics sample', 'makes an export to try: data_dump.csv'],
  ['chat-metrics inspect chats.csv', 'says how a file is understood'],
  ['chat-metrics report chats.csv -o october.xlsx --month 2026-10', 'makes a workbook of a month'],
  ['chat-metrics serve --open', 'opens the same as a page in the browser'],
];

type Examples = NonNullable<Command['examples']>;

/** What the program does and which commands it has. */
export function generalHelp(commands: readonly Command[]): string {
  return `Chat Metrics: from an export of customer-support chats to a report.

Usage: chat-metrics COMMAND [FILE...] [options]

Examples:
${examplesText(generalExamples)}

Commands:
${columnsText(
  commands.map(({ name, summary }) => [name, summary]),
  '  ',
)}

chat-metrics help COMMAND tells the options of a command; chat-metrics version the version.

Exit codes:
${columnsText(exitCodeLines, '  ')}
`;
}

function examplesText(examples: Examples): string {
  return examples.map(([command, what]) => `  ${command}\n      ${what}`).join('\n');
}

/** The options of one command, the commonest first. */
export function commandHelp({ usage, summary, flags, unheeded = [], examples = [] }: Command): string {
  const heeded = flags.filter(({ name }) => !unheeded.includes(name));
  const groups = groupedFlags(heeded).map(
    ([heading, own]) => `${heading}:\n${own.map((flag) => flagHelp(flag)).join('\n')}\n`,
  );
  return [
    `Usage: ${usage}\n\n${summary}\n`,
    ...(examples.length > 0 ? [`Examples:\n${examplesText(examples)}\n`] : []),
    ...groups,
  ].join('\n');
}

function flagHelp(flag: Flag): string {
  return `  ${flagText(flag)}\n      ${wrapped(`${flag.meaning}${defaultText(flag)}`, 90, '      ')}`;
}

function flagText({ name, short, placeholder }: Flag): string {
  return `${short ? `-${short}, ` : ''}--${name}${placeholder ? ` ${placeholder}` : ''}`;
}

function defaultText(flag: Flag): string {
  return flag.default === undefined ? '' : ` Default: ${flag.default}.`;
}
