import type { ChatField } from '../../chats/columns.js';
import { mention } from '../../options/mention.js';
import type { ReadFile } from '../reading/read-file.js';

const dates =
  'Dates are read as 2026-01-31 14:59:00, 31/01/2026 2:59 PM, 31 Jan 2026, with names of months in eleven languages, as Unix time and as Excel serials';
const durations =
  'Durations are read as 79, 79.5, 0:01:19, 01:19 (minutes and seconds), 1 day 03:01:19, 1m 19s and PT1M19S';
const ratings =
  'Ratings are read as 4, 4.5, 4/5, 80%, 4 - Good, ★★★★, and as words such as good and bad where the whole column has them';

/** The forms in which a field is read, and what to do about others. */
export function knownForms(field: ChatField): string {
  if (field === 'csat_score') return `${ratings}. Another column: ${mention('map', `${field}="HEADING"`)}.`;
  if (field.endsWith('_at'))
    return `${dates}. Another column: ${mention('map', `${field}="HEADING"`)}; another order of day and month: ${mention('dateOrder', 'dmy')}.`;
  return `${durations}. Another unit: ${mention('unit', `${field}=UNIT`)}; another column: ${mention('map', `${field}="HEADING"`)}; what 7.900 is: ${mention('decimal', 'point')} or ${mention('decimal', 'comma')}.`;
}

/** The headings of the columns that hold some fields, in the files that have them. */
export function headingsOf(files: readonly ReadFile[], fields: readonly ChatField[]): string {
  const found = files.flatMap(({ plan }) =>
    plan.match.columns.flatMap(({ field, heading }) =>
      field !== null && fields.includes(field) ? [`"${heading.slice(0, 80)}"`] : [],
    ),
  );
  return [...new Set(found)].join(', ');
}

/** Two texts of a file that could not be read in a field, as an example; the empty text where there is none. */
export function suchAs(values: readonly string[]): string {
  const texts = [...new Set(values)].slice(0, 2).map((value) => `"${value.slice(0, 60)}"`);
  return texts.length === 0 ? '' : ` such as ${texts.join(' and ')}`;
}

/** What is said of starts that could not be read, whose rows are rejected. */
export function unreadStartNotes(files: readonly ReadFile[]): string[] {
  return files.flatMap((file) => {
    const unread = file.shown.unread.filter(({ field }) => field === 'started_at');
    const count = unread.reduce((sum, { values }) => sum + values, 0);
    if (count === 0) return [];
    const words = `${count.toLocaleString('en')} ${count === 1 ? 'value is no date' : 'values are no dates'} that can be read`;
    const examples = suchAs(unread.map(({ example }) => example));
    return [
      `${file.plan.file.name}, column ${headingsOf([file], ['started_at'])} (started_at): ${words},${examples}: the rows are rejected. ${knownForms('started_at')}`,
    ];
  });
}
