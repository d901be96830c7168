import { unusableInput, wrongUse } from '../errors.js';
import { mention } from '../options/mention.js';
import { didYouMean, nearest } from '../options/names.js';
import { chatFields, neededFields, type ChatField } from '../chats/columns.js';
import { fieldColumns, type MatchedColumn } from './match-headings.js';
import { seedHeadings, synonyms } from './synonyms.js';

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
): void {
  const free = columns.flatMap((column) => (column.field === null ? [column.heading] : []));
  const found = fieldColumns(columns);
  const unmapped = chatFields.find((field) => map[field] !== undefined && found[field] === undefined);
  if (unmapped) {
    const message = `${file} has no column "${String(map[unmapped])}", which ${mention('map')} names for ${unmapped}.`;
    throw missingColumn(file, columns, message, [[unmapped, nearest(String(map[unmapped]), free)]]);
  }
  const missing = neededFields.filter((field) => found[field] === undefined);
  if (missing.length === 0) return;
  const message = `${file} has no column for ${missing.join(' and ')}.`;
  throw missingColumn(
    file,
    columns,
    message,
    missing.map((field) => [field, nearestHeading(field, free)]),
  );
}

function nearestHeading(field: ChatField, headings: readonly string[]): string | undefined {
  const names = [seedHeadings[field], field, ...synonyms[field]];
  return names.map((name) => nearest(name, headings)).find((name) => name !== undefined);
}

function shortened(heading: string): string {
  const letters = [...heading.slice(0, 200)];
  return letters.length > 80 ? `${letters.slice(0, 80).join('')}...` : heading;
}

function missingColumn(
  file: string,
  columns: readonly MatchedColumn[],
  message: string,
  wanted: readonly (readonly [ChatField, string | undefined])[],
): Error {
  const headings = columns.map((column) => column.heading);
  const strange = columns.every(({ field }) => field === null)
    ? 'None of its headings is known; is there a row of headings above the chats? '
    : '';
  const shown = headings.slice(0, 40).map((heading) => JSON.stringify(shortened(heading)));
  const more = headings.length > 40 ? ` and ${String(headings.length - 40)} more` : '';
  const near = wanted.flatMap(([field, heading]) =>
    heading === undefined ? [] : [`"${heading}" for ${field}`],
  );
  const nearText = near.length > 0 ? ` Nearest: ${near.join(', ')}.` : '';
  const map = wanted.map(([field, heading]) =>
    mention('map', `${field}=${JSON.stringify(heading ?? 'Heading')}`),
  );
  return unusableInput(
    'missing_column',
    message,
    `${strange}Columns found: ${shown.join(', ')}${more}.${nearText} Say which column it is: ${map.join(' ')}`,
    { file },
  );
}
