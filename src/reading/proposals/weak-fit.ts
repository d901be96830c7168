import type { ChatField } from '../../chats/columns.js';
import { trimmed } from '../../files/text.js';
import type { ColumnTraits } from './column-traits.js';
import type { Concept } from './heading-concepts.js';

/**
 * How well values alone speak for a field where the heading says nothing of it: below what any heading says, and nothing where
 * the heading is about something else. Only what a report needs is looked for so: of the rest values say too little.
 */
export function weakFit(
  field: ChatField,
  traits: ColumnTraits,
  { heading, about }: { heading: string; about: ReadonlySet<Concept> },
  rows: readonly (readonly string[])[],
  column: number,
): number {
  const isAboutElse = [...about].some((concept) => concept !== 'by' && concept !== 'id');
  if (isAboutElse || rows.length < 3 || isData(heading)) return 0;
  const { filled, distinct, words, codes, emails, length } = traits;
  if (field === 'chat_id') return distinct === filled && column < 3 ? 0.5 : 0;
  if (field === 'started_at') return isFirstDate(rows, column) ? 0.5 : 0;
  if (field !== 'closed_by') return 0;
  const areNames = words === filled && codes === 0 && emails === 0 && length < 25;
  return areNames && distinct > 1 && distinct <= filled / 3 ? 0.46 : 0;
}

/** A number or a date is no heading: the file has none. */
function isData(heading: string): boolean {
  return !/\p{L}/u.test(heading) || dateLike.test(heading);
}

const dateLike = /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;

/** Whether no column before it has dates. */
function isFirstDate(rows: readonly (readonly string[])[], column: number): boolean {
  const [first = []] = rows;
  return !first.slice(0, column).some((cell) => dateLike.test(trimmed(cell)));
}
