import { createInterface } from 'node:readline/promises';
import { neededFields, type ChatField } from '../chats/columns.js';
import { fieldWords } from '../chats/field-words.js';
import { wrongUse } from '../errors.js';
import { looseName } from '../options/names.js';
import type { Proposal } from '../reading/proposals/propose.js';
import type { ColumnLook } from '../report/inspect.js';
import type { Surroundings } from './command.js';

type Map = Partial<Record<ChatField, string>>;

/** Asks one line of a user; null when there is no more. */
type Ask = (question: string) => Promise<string | null>;

/**
 * Asks in a terminal which columns hold the fields that no heading tells: likely ones are taken, and said; doubtful ones and
 * needed ones without a candidate are asked. Gives the map of all that were taken.
 * @throws UserError when standard input is no terminal.
 */
export async function askColumns(look: ColumnLook, { stdin, stderr }: Surroundings): Promise<Map> {
  if ((stdin as { isTTY?: boolean }).isTTY !== true)
    throw wrongUse(
      'not_a_terminal',
      '--map-interactively asks questions, and standard input is no terminal.',
      'Say which column it is with --map FIELD=HEADING; without --map-interactively the proposals are printed.',
    );
  const terminal = createInterface({ input: stdin });
  const lines = terminal[Symbol.asyncIterator]();
  const ask: Ask = async (question) => {
    stderr.write(question);
    const next = (await lines.next()) as IteratorResult<string, undefined>;
    return next.done === true ? null : next.value.trim();
  };
  try {
    const map = await answers(look, ask, (text) => stderr.write(`${text}\n`));
    if (Object.keys(map).length > 0) stderr.write(`\nThe same without questions: ${mapText(map)}\n\n`);
    return map;
  } finally {
    terminal.close();
  }
}

async function answers(
  { columns, proposals }: ColumnLook,
  ask: Ask,
  tell: (text: string) => void,
): Promise<Map> {
  const map: Map = {};
  const headings = columns.map(({ heading }) => heading);
  const isFree = (heading: string): boolean => !Object.values(map).includes(heading);
  for (const { field, heading } of proposals.filter(({ certainty }) => certainty === 'likely')) {
    if (heading !== null) map[field] = heading;
  }
  for (const proposal of proposals) {
    const { field, heading, reason } = proposal;
    if (map[field] !== undefined) tell(`${nameOf(field)}: "${map[field]}", because ${reason}.`);
    if (!isAsked(proposal)) continue;
    const answer = await answerTo(proposal, headings, ask, tell);
    if (answer === null) break;
    const chosen = answer === 'yes' ? heading : answer === 'no' ? null : answer.heading;
    if (chosen !== null && isFree(chosen)) map[field] = chosen;
    else if (chosen !== null) tell(`"${chosen}" is taken already.`);
  }
  return map;
}

function isAsked({ field, certainty }: Proposal): boolean {
  return certainty === 'doubtful' || (certainty === 'none' && neededFields.includes(field));
}

type Answer = 'yes' | 'no' | { heading: string };

/** The answer about one field, asked again until it can be understood; null where the user has left. */
async function answerTo(
  { field, heading, reason }: Proposal,
  headings: readonly string[],
  ask: Ask,
  tell: (text: string) => void,
): Promise<Answer | null> {
  const question =
    heading === null
      ? `${nameOf(field)}: ${reason}. Which column is it? [a heading or its number, or Enter for none] `
      : `${nameOf(field)}: is it "${heading}"? (${reason}) [Enter for yes, n for no, or a heading or its number] `;
  for (;;) {
    const line = await ask(question);
    if (line === null) return null;
    if (line === '') return heading === null ? 'no' : 'yes';
    const other = headings.find((one) => looseName(one) === looseName(line)) ?? headings[Number(line) - 1];
    if (other !== undefined) return { heading: other };
    if (/^(y|yes)$/i.test(line) && heading !== null) return 'yes';
    if (/^(n|no|none)$/i.test(line)) return 'no';
    const list = headings.map((one, at) => `${String(at + 1)} ${one}`).join(', ');
    tell(`There is no column "${line}". Columns: ${list}.`);
  }
}

function nameOf(field: ChatField): string {
  const { name, meaning } = fieldWords[field];
  return `${name} (${field}), ${meaning}`;
}

function mapText(map: Map): string {
  return Object.entries(map)
    .map(([field, heading]) => `--map ${field}=${JSON.stringify(heading)}`)
    .join(' ');
}
