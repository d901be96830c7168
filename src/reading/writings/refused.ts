import { unusableInput, type UserError } from '../../errors.js';
import { mention } from '../../options/mention.js';
import type { SourceFile } from '../../files/source.js';
import type { FieldColumns, MatchedColumn } from '../match-headings.js';
import type { Doubt } from './choose.js';

/** What is known of a file whose dates may be refused. */
interface Refusable {
  file: Pick<SourceFile, 'name'>;
  match: { columns: readonly MatchedColumn[] };
  columns: FieldColumns;
  doubts: readonly Doubt[];
}

/** Dates whose words are only partly known are no column at all: thinned out, they would give figures of some months. */
const isRefused = ({ kind }: Doubt): boolean => kind === 'word' || kind === 'zone';

/** A plan without the columns of dates that are refused. */
export function withoutRefused<Plan extends Refusable>(plan: Plan): Plan {
  const refused = plan.doubts.filter((doubt) => isRefused(doubt) && doubt.field !== 'started_at');
  if (refused.length === 0) return plan;
  const isKept = ([name]: [string, number]): boolean => refused.every(({ field }) => field !== name);
  return { ...plan, columns: Object.fromEntries(Object.entries(plan.columns).filter(isKept)) };
}

/** @throws UserError when the starts of a file are refused. */
export function checkWords(plan: Refusable): void {
  const doubt = plan.doubts.find((one) => isRefused(one) && one.field === 'started_at');
  if (doubt) throw refusedStart(plan, doubt);
}

/** What is wrong with a refused column, for people. */
export function refusedSentence(
  { match }: Pick<Refusable, 'match'>,
  { field, word, example, kind, values }: Doubt,
): string {
  const heading = match.columns.find((column) => column.field === field)?.heading ?? field;
  const count = `${values.toLocaleString('en')} ${values === 1 ? 'date' : 'dates'}`;
  const why =
    kind === 'zone'
      ? `"${word ?? ''}" is the name of more than one time zone, or of none that is known`
      : `"${word ?? ''}" is no month, weekday or half of the day that is known`;
  return `column "${heading}" (${field}): ${count} such as "${example}" cannot be read: ${why}.`;
}

/** What to do about it. */
export function refusedHint({ kind }: Doubt): string {
  return kind === 'zone'
    ? `Say in which zone the file was written: ${mention('sourceTimezone', 'America/New_York')}; or export the dates as 2026-01-31 14:59:00+05:30.`
    : 'Names in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Swedish and Indonesian are read. Export the dates as 2026-01-31 14:59:00, or correct the word.';
}

function refusedStart(plan: Refusable, doubt: Doubt): UserError {
  return unusableInput(
    doubt.kind === 'zone' ? 'unknown_date_zone' : 'unknown_date_word',
    `${plan.file.name}, ${refusedSentence(plan, doubt)}`,
    refusedHint(doubt),
    { file: plan.file.name },
  );
}
