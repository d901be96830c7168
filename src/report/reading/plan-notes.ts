import { dateFields, type DateField } from '../../chats/columns.js';
import { mention } from '../../options/mention.js';
import type { FilePlan } from '../../reading/plan.js';
import { repeatedInWords } from '../../reading/repeated-ids.js';
import { clean } from '../../files/text.js';

/** What was understood from the first rows of a file, and how to say otherwise. */
export function planNotes(plan: FilePlan): string[] {
  return [...dayNotes(plan), ...midnightNotes(plan), ...statusNotes(plan), ...legNotes(plan)];
}

/** Columns of dates without a time of day. */
function dayNotes({ file, dayFields, match, sample }: FilePlan): string[] {
  const of = (field: DateField): { heading: string; example: string } => {
    const at = match.columns.findIndex((column) => column.field === field);
    const example = sample.flatMap((row) => clean(row[at] ?? '') ?? [])[0] ?? '';
    return { heading: match.columns[at]?.heading ?? field, example };
  };
  if (dayFields.includes('started_at')) {
    const { heading, example } = of('started_at');
    return [
      `${file.name}: column "${heading}" (started_at) holds dates without a time of day, such as ${example}: its chats are counted by day. Half hours, business hours and durations are empty. If the time stands in another column: ${mention('map', `started_at="${heading}"+"HEADING"`)}.`,
    ];
  }
  return dateFields
    .filter((field) => dayFields.includes(field))
    .map((field) => {
      const { heading, example } = of(field);
      return `${file.name}: column "${heading}" (${field}) holds dates without a time of day, such as ${example}: it is not read, and what is measured by it is empty. If the time stands in another column: ${mention('map', `${field}="${heading}"+"HEADING"`)}.`;
    });
}

/** Ends that have the day of their start, and a time of day before it. */
function midnightNotes({ file, pairs, match, sample }: FilePlan): string[] {
  const headingOf = (at: number): string => match.columns[at]?.heading ?? '';
  return pairs.flatMap(({ field, date, time, after, overMidnight = 0 }) =>
    after === undefined
      ? []
      : [
          `${file.name}: column "${headingOf(time)}" (${field}) has a time of day before that of "${headingOf(after)}" in ${overMidnight.toLocaleString('en')} of the ${sample.length.toLocaleString('en')} rows looked at, and both have the day of "${headingOf(date)}": such times are taken to be of the day after. If they are faults, correct them in the file.`,
        ],
  );
}

function statusNotes({ file, status }: FilePlan): string[] {
  if (!status) return [];
  const { heading, rows, of, examples, unknown, isUsed, other } = status;
  const words = (list: readonly string[]): string => list.map((word) => `"${word}"`).join(', ');
  const option = mention('openStatus', 'WORDS');
  if (other !== undefined)
    return [
      `${file.name}: column "${heading}" is left aside, and chats go by their closer: most of its ${words(examples)} have an end and a closer (${rows.toLocaleString('en')} of the ${of.toLocaleString('en')} rows looked at), and seem to be ${other}. If they are open: ${mention('openStatus', examples.join(','))}.`,
    ];
  if (!isUsed)
    return [
      `${file.name}: column "${heading}" has words that are not known (${words(unknown)}): it is left aside, and chats go by their closer. If some of its words mean open, name all that do: ${option}.`,
    ];
  const open =
    rows === 0
      ? []
      : [
          `${file.name}: by column "${heading}" (${words(examples)}) ${rows.toLocaleString('en')} of the ${of.toLocaleString('en')} rows looked at are open though they name a closer, and all rows go by it. If its words mean something else: ${option}, or ${mention('openStatus', '-')} to leave it aside.`,
        ];
  const others =
    unknown.length === 0
      ? []
      : [
          `${file.name}: column "${heading}" has words that are not known (${words(unknown)}): these chats go by their closer. If some of them mean open, name all that do: ${option}.`,
        ];
  return [...open, ...others];
}

function legNotes({ file, legs }: FilePlan): string[] {
  if (!legs) return [];
  return [
    `${file.name}: rows of one id are parts of one chat (${repeatedInWords(legs)}). They are read as one: first start, last end, last agent; the other rows count as duplicates. If each row is a chat: ${mention('rows', 'chat')}, and of rows with one id the one that ended last counts.`,
  ];
}
