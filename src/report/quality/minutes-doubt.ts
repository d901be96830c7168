import type { ChatField } from '../../chats/columns.js';
import { clean } from '../../files/text.js';
import { headingUnit } from '../../reading/heading-hints.js';
import { genericProfile } from '../../reading/profiles/generic-profile.js';
import { sameDaySeconds } from '../../reading/writings/clock-evidence.js';
import { isPlainNumber } from '../../reading/writings/numbers.js';
import type { ReadFile } from '../reading/read-file.js';

/** Fewer chats than this prove nothing. */
const fewestChats = 10;
/** Longer answers than this are no minutes that stand for a first response. */
const mostMinutes = 240;

/** A column beside that holds how long chats took, and in which unit that is so. */
interface LengthColumn {
  heading: string;
  unit: 'seconds' | 'minutes' | 'hours';
  /** A value, and how long its chat took by its times. */
  example: string;
  seconds: number;
}

const lengthWords =
  /duration|resolution|handl(?:e|ing)|(?:chat|conversation|session).?(?:length|time)|dauer|durée|duree|duraci[oó]n|dura[cç][aã]o|durata|duur|trwania|süre|varaktighet|längd|durasi/i;

/**
 * Why the numbers of a column that is read in seconds may as well be minutes, and as which unit they seem to be meant; null where
 * its heading, the user or the chats tell. Only of answers by people: bots take seconds.
 * @param counts of the rows of the file: chats with a length, and how many answers would be longer than their chat as minutes.
 */
export function minutesDoubt(
  { plan }: ReadFile,
  field: ChatField,
  counts: { withChat: number; tooLongAsMinutes: number; longest: number },
): { unit: 'minutes' | 'hours'; evidence: string } | null {
  const at = plan.columns[field];
  const heading = plan.match.columns[at ?? -1]?.heading ?? '';
  const isOpen = plan.match.profile.name === genericProfile.name && field === 'agent_first_response_seconds';
  if (!isOpen || at === undefined || plan.rules.units[field] !== undefined || headingUnit(heading) !== null)
    return null;
  const values = plan.sample.flatMap((row) => clean(row[at] ?? '') ?? []);
  if (values.length === 0 || !values.every(isPlainNumber)) return null;
  const length = lengthColumn(plan);
  if (length && length.unit !== 'seconds') return { unit: length.unit, evidence: lengthInWords(length) };
  if (length) return null;
  const { withChat, tooLongAsMinutes, longest } = counts;
  if (withChat < fewestChats || tooLongAsMinutes > 0 || longest > mostMinutes) return null;
  if (longest < (values.some(hasFraction) ? 1 : 2)) return null;
  const chats = withChat.toLocaleString('en');
  return {
    unit: 'minutes',
    evidence: `neither its heading nor its values say a unit, and as minutes too each of the ${chats} values would be within its chat`,
  };
}

/** Seconds are hardly given with a fraction where all of them are short. */
const hasFraction = (value: string): boolean => /[.,]\d*[1-9]/.test(value);

function lengthInWords({ heading, unit, example, seconds }: LengthColumn): string {
  return `column "${heading}" is in ${unit} by the times of its chats (${example} where a chat took ${seconds.toLocaleString('en')} seconds)`;
}

/** A column without a field and without a unit whose numbers are the lengths of the chats. */
function lengthColumn({ match, sample, columns }: ReadFile['plan']): LengthColumn | null {
  const [start = -1, end = -1] = [columns.started_at, columns.ended_at];
  for (const [at, { heading, field }] of match.columns.entries()) {
    if (field !== null || !lengthWords.test(heading) || headingUnit(heading) !== null) continue;
    const chats = sample.flatMap((row) => {
      const seconds = sameDaySeconds(row[start] ?? '', row[end] ?? '');
      const example = clean(row[at] ?? '');
      return seconds === null || example === null || !isPlainNumber(example) ? [] : [{ seconds, example }];
    });
    const long = chats.filter(({ seconds }) => seconds >= 120);
    if (long.length < fewestChats / 2) continue;
    for (const [unit, size] of [
      ['seconds', 1],
      ['minutes', 60],
      ['hours', 3600],
    ] as const) {
      const fits = long.filter(
        ({ seconds, example }) => Math.abs(Number(example) * size - seconds) <= Math.max(size, 2),
      );
      const [first] = fits;
      if (first && fits.length * 10 >= long.length * 8) return { heading, unit, ...first };
    }
  }
  return null;
}
