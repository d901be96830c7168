import type { Command } from './command.js';
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

/** What the program does and which commands it has. */
export function generalHelp(commands: readonly Command[]): string {
  return `Chat Metrics: from an export of customer-support chats to a report.

Commands:
${columnsText(
  commands.map(({ name, summary }) => [name, summary]),
  '  ',
)}

chat-metrics COMMAND --help tells the options of a command; --version the version.

Exit codes:
${columnsText(exitCodeLines, '  ')}
`;
}

/** The options of one command. */
export function commandHelp({ usage, summary, flags }: Command): string {
  const lines = flags.map(
    (flag) => `  ${flagText(flag)}\n      ${wrapped(`${flag.meaning}${defaultText(flag)}`, 90, '      ')}`,
  );
  return `Usage: ${usage}\n\n${summary}\n\nOptions:\n${lines.join('\n')}\n`;
}

function flagText({ name, short, placeholder }: Flag): string {
  return `${short ? `-${short}, ` : ''}--${name}${placeholder ? ` ${placeholder}` : ''}`;
}

function defaultText(flag: Flag): string {
  return flag.default === undefined ? '' : ` Default: ${flag.default}.`;
}
