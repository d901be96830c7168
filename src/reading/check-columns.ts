import { unusableInput, wrongUse } from '../errors.js';
import { listed } from '../options/listed.js';
import { mention } from '../options/mention.js';
import { didYouMean, nearest } from '../options/names.js';
import { chatFields, neededFields, type ChatField } from '../chats/columns.js';
import { messageHeadings } from './message-headings.js';
import { fieldColumns, type MatchedColumn } from './match-headings.js';
import { proposals, type Proposal } from './proposals/propose.js';

/** Throws when `map` names a field that there is not. */
export function checkMap(map: Readonly<Record<string, string>>): Partial<Record<ChatField, string>> {
  for (const field of Object.keys(map)) {
    if ((chatFields as readonly string[]).includes(field)) continue;
    throw wrongUse(
      'unknown_field',
      `${mention('map')}: there is no field "${field}".${didYouMean(field, chatFields)}`,
      `Fields: ${chatFields.join(', ')}.`,
    );
  }
  return map;
}

/** Throws when a needed field has no column, or when `map` names a heading that the file lacks. */
export function checkColumns(
  file: string,
  columns: readonly MatchedColumn[],
  map: Partial<Record<ChatField, string>>,
  rows: readonly (readonly string[])[],
): void {
  const free = columns.flatMap((column) => (column.field === null ? [column.heading] : []));
  const found = fieldColumns(columns);
  const unmapped = chatFields.find((field) => map[field] !== undefined && found[field] === undefined);
  if (unmapped) {
    const message = `${file} has no column "${String(map[unmapped])}", which ${mention('map')} names for ${unmapped}.`;
    const heading = nearest(String(map[unmapped]), free);
    const near = heading === undefined ? [] : [`"${heading}" for ${unmapped}`];
    throw missingColumn(file, columns, message, {
      near,
      map: [[unmapped, heading]],
      more: [],
      isStrange: false,
    });
  }
  const missing = neededFields.filter((field) => found[field] === undefined);
  if (missing.length === 0) return;
  const message = `${file} has no column for ${missing.join(' and ')}.`;
  const ofMessages = messageHeadings(columns.map(({ heading }) => heading));
  if (ofMessages && missing.includes('closed_by')) throw messages(file, ofMessages, missing);
  throw missingColumn(file, columns, message, wantedColumns(missing, proposals(columns, rows)));
}

/** A file of messages, of which nobody tells who closed a chat. */
function messages(file: string, headings: readonly string[], missing: readonly ChatField[]): Error {
  const [time = '', author = '', text = ''] = headings.map((heading) => JSON.stringify(shortened(heading)));
  return unusableInput(
    'rows_are_messages',
    `${file} seems to have one row per message, not one per chat: it has columns ${time}, ${author} and ${text}, and none for ${missing.join(' and ')}.`,
    `Export the chats themselves, one row per chat. If each row is a chat all the same, say which columns they are: ${mapText(missing.map((field) => [field, undefined] as const))}`,
    { file },
  );
}

/** Which columns to name for fields: what is near, and what to type. */
interface WantedColumns {
  near: string[];
  map: (readonly [ChatField, string | undefined])[];
  /** Likely columns of fields that are not needed. */
  more: (readonly [ChatField, string])[];
  /** No column is likely to hold any of them. */
  isStrange: boolean;
}

function wantedColumns(missing: readonly ChatField[], all: readonly Proposal[]): WantedColumns {
  const of = (field: ChatField): Proposal | undefined => all.find((one) => one.field === field);
  return {
    near: missing.flatMap((field) => {
      const { heading = null, reason = '' } = of(field) ?? {};
      return heading === null ? [] : [`"${shortened(heading)}" for ${field} (${reason})`];
    }),
    map: missing.map((field) => [field, of(field)?.heading ?? undefined] as const),
    isStrange: missing.every((field) => of(field)?.certainty !== 'likely'),
    more: all.flatMap(({ field, heading, certainty }) =>
      heading !== null && certainty === 'likely' && !missing.includes(field)
        ? [[field, heading] as const]
        : [],
    ),
  };
}

function shortened(heading: string): string {
  const letters = [...heading.slice(0, 200)];
  return letters.length > 80 ? `${letters.slice(0, 80).join('')}...` : heading;
}

function missingColumn(
  file: string,
  columns: readonly MatchedColumn[],
  message: string,
  { near, map, more: likely, isStrange }: WantedColumns,
): Error {
  const headings = columns.map((column) => column.heading);
  const strange =
    columns.every(({ field }) => field === null) && isStrange
      ? 'None of its headings is known; is there a row of headings above the chats? '
      : '';
  const shown = headings.map((heading) => JSON.stringify(shortened(heading)));
  const sign = headings.length === 1 ? signBetween(headings[0] ?? '') : null;
  if (sign !== null)
    return unusableInput(
      'missing_column',
      message,
      `Only one column was found: ${JSON.stringify(shortened(headings[0] ?? ''))}. If ${sign} stands between its fields: ${mention('delimiter', JSON.stringify(sign))}.`,
      { file },
    );
  const nearText = near.length > 0 ? ` Nearest: ${near.join('; ')}.` : '';
  const likelyText = likely.length > 0 ? ` Likely too: ${mapText(likely)}.` : '';
  return unusableInput(
    'missing_column',
    message,
    `${strange}Columns found: ${listed(shown, 40)}.${nearText}${likelyText} Say which column it is: ${mapText(map)}`,
    { file },
  );
}

/** The sign that may stand between the headings of a file that was read as one column; null where none comes twice. */
function signBetween(heading: string): string | null {
  const signs = heading.slice(0, 500).match(/[^\p{L}\p{N}\s_"'()-]{1,4}/gu) ?? [];
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most && most[1] > 1 ? most[0] : null;
}

function mapText(map: readonly (readonly [ChatField, string | undefined])[]): string {
  return map
    .map(([field, heading]) => mention('map', `${field}=${JSON.stringify(heading ?? 'Heading')}`))
    .join(' ');
}
