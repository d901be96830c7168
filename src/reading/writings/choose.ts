import { dateFields, durationFields, type ChatField, type DateField } from '../../chats/columns.js';
import type { ReadingRules } from '../rules.js';
import type { ZoneWords } from '../dates/zone-words.js';
import { decimalOf, decimalVotes, doubtfulNumbers, type DecimalVotes } from './decimal.js';
import { wordedDate, type ColumnWritings } from './column-writings.js';
import { durationText, isPlainClock, isShortClock, type Clock } from './durations.js';
import { isPlainNumber, type Decimal } from './numbers.js';
import { isNotRated } from './not-rated.js';
import { ratingWriting } from './rating-form.js';
import type { RatingWriting } from './ratings.js';
import type { Seen, SeenValue } from './seen.js';

/** What the user says of how values are written. */
export interface WritingChoices {
  decimal: Decimal | null;
  clocks: Partial<Record<ChatField, Clock>>;
  zones: ZoneWords;
}

/** Values of a column that can be read in more than one way, or not at all, and are not counted. */
export interface Doubt extends SeenValue {
  kind: 'decimal' | 'clock' | 'word' | 'zone';
  field: ChatField;
  /** The word that is not known. */
  word: string | null;
}

export interface DecidedNumber {
  field: ChatField;
  example: string;
  decimal: Decimal;
}

/** How the columns of a file are to be read. */
export interface ChosenWritings {
  /** null: SQL reads every column as it stands. */
  writings: ColumnWritings | null;
  /** Columns whose numbers have a point before fractions, and nothing between thousands. */
  exactNumbers: ChatField[];
  doubts: Doubt[];
  /** Numbers such as `7.900` that other values of the file tell how to read: what they were taken for. */
  decided: DecidedNumber[];
  /** How ratings are written: also where SQL reads them as they stand. */
  rating: RatingWriting | null;
}

/** What was seen of the columns of a file. */
export interface SeenFile {
  columns: Partial<Record<ChatField, Seen>>;
  apostrophes: ColumnWritings['apostrophes'];
  hasWrapped: boolean;
  /** What `01:19` is in a column of durations, as far as the chats of the file or its heading show it. */
  clocks: Partial<Record<ChatField, Clock>>;
}

/** The columns that are durations: those of their own, and dates that are durations after the start. */
export function durationColumns({ after }: ReadingRules): ChatField[] {
  return [...durationFields, ...after];
}

/** Decides how the columns of a file are written, from all that was seen of them. */
export function chooseWritings(seen: SeenFile, rules: ReadingRules, choices: WritingChoices): ChosenWritings {
  const chosen: ChosenWritings = { writings: null, exactNumbers: [], doubts: [], decided: [], rating: null };
  const writings: ColumnWritings = {
    durations: {},
    rating: null,
    dates: [],
    zones: choices.zones,
    apostrophes: seen.apostrophes,
  };
  const numbers = numberColumns(seen, rules);
  for (const [field, column] of numbers) {
    const others = numbers.filter(([other]) => other !== field).map(([, { votes }]) => votes);
    const decimal = choices.decimal ?? decimalOf(column.votes, others);
    if (decimal === null && doubtfulNumbers(column.votes) > 0)
      chosen.doubts.push(decimalDoubt(field, column.votes));
    const { example, point, comma } = column.votes;
    if (decimal !== null && choices.decimal === null && example !== null && point + comma === 0)
      chosen.decided.push({ field, example, decimal });
    if (field === 'csat_score') chooseRating(column, decimal, { chosen, writings, rules, choices });
    else chooseDuration(field, column, decimal, { chosen, writings, seen, choices });
  }
  chooseDates(seen, rules, choices, writings, chosen.doubts);
  const isRewritten =
    seen.hasWrapped ||
    writings.apostrophes.length + writings.dates.length + Object.keys(writings.durations).length > 0 ||
    writings.rating !== null;
  return { ...chosen, writings: isRewritten ? writings : null };
}

interface NumberColumn {
  seen: Seen;
  votes: DecimalVotes;
}

function numberColumns({ columns }: SeenFile, rules: ReadingRules): [ChatField, NumberColumn][] {
  return [...durationColumns(rules), 'csat_score' as const].flatMap((field): [ChatField, NumberColumn][] => {
    const seen = columns[field];
    return seen ? [[field, { seen, votes: decimalVotes(seen) }]] : [];
  });
}

function decimalDoubt(field: ChatField, votes: DecimalVotes): Doubt {
  return { kind: 'decimal', field, word: null, example: votes.example ?? '', values: doubtfulNumbers(votes) };
}

interface Choosing {
  chosen: ChosenWritings;
  writings: ColumnWritings;
  choices: WritingChoices;
}

function chooseDuration(
  field: ChatField,
  { seen, votes }: NumberColumn,
  decimal: Decimal | null,
  { chosen, writings, choices, seen: file }: Choosing & { seen: SeenFile },
): void {
  const values = [...seen.values()];
  const short = values.filter(({ example }) => isShortClock(example));
  const clock = choices.clocks[field] ?? file.clocks[field] ?? null;
  const [first] = short;
  if (first && clock === null) {
    const count = short.reduce((sum, one) => sum + one.values, 0);
    chosen.doubts.push({ kind: 'clock', field, word: null, example: first.example, values: count });
  }
  const writing = { decimal, clock };
  const isOdd = ({ example }: SeenValue): boolean =>
    !isPlainNumber(example) &&
    !isPlainClock(example) &&
    !isExact(example, decimal) &&
    durationText(example, writing) !== null;
  if (values.some(isOdd) || contradicts(votes, choices.decimal)) {
    writings.durations[field] = writing;
    chosen.exactNumbers.push(field);
  } else if (decimal === 'point' && votes.doubtfulPoints > 0) chosen.exactNumbers.push(field);
}

/** A number that SQL reads rightly once it is known that a point stands before fractions. */
function isExact(text: string, decimal: Decimal | null): boolean {
  return decimal === 'point' && /^[+-]?\d+\.\d+$/.test(text);
}

/** Whether there are numbers which the sign that the user names does not allow. */
function contradicts({ point, comma }: DecimalVotes, decimal: Decimal | null): boolean {
  return (decimal === 'comma' && point > 0) || (decimal === 'point' && comma > 0);
}

function chooseRating(
  { seen, votes }: NumberColumn,
  decimal: Decimal | null,
  { chosen, writings, rules, choices }: Choosing & { rules: ReadingRules },
): void {
  const hasWords = Object.keys(rules.ratings).length > 0;
  const rating = ratingWriting(seen, decimal);
  chosen.rating = hasWords ? null : rating;
  const isPlain = [...seen.values()].every(
    ({ example }) => isPlainNumber(example) || isExact(example, decimal),
  );
  // SQL reads good and bad by itself, but not what stands beside them where a chat was not rated
  const areGoodOrBad = rating?.form === 'words' && rating.words === 0;
  const hasOthers = [...seen.values()].some(({ example }) => isNotRated(example));
  const isLeft = hasWords || rating === null || (areGoodOrBad && !hasOthers);
  if (!isLeft && ((!isPlain && isReadBy(rating, seen)) || contradicts(votes, choices.decimal))) {
    writings.rating = rating;
    chosen.exactNumbers.push('csat_score');
  } else if (decimal === 'point' && votes.doubtfulPoints > 0) chosen.exactNumbers.push('csat_score');
}

/** Whether a text that is no plain number is a rating as the column has them. */
function isReadBy({ form }: RatingWriting, seen: Seen): boolean {
  return (
    form !== 'number' ||
    [...seen.values()].some(({ example }) => /[^\d.,+-]/.test(example) || /[.,]\d{3}/.test(example))
  );
}

function chooseDates(
  { columns }: SeenFile,
  { after }: ReadingRules,
  { zones }: WritingChoices,
  writings: ColumnWritings,
  doubts: Doubt[],
): void {
  for (const field of dateFields) {
    const seen = columns[field];
    if (!seen || after.includes(field)) continue;
    const doubt = chooseDate(field, seen, zones, writings);
    if (doubt) doubts.push(doubt);
  }
}

/** A column of dates in words; where only some of its words are known the whole column is refused with one of the others. */
function chooseDate(field: DateField, seen: Seen, zones: ZoneWords, writings: ColumnWritings): Doubt | null {
  let hasWords = false;
  let values = 0;
  const unknown: Doubt[] = [];
  for (const one of seen.values()) {
    values += one.values;
    const read = wordedDate(one.example, zones);
    if (typeof read?.text === 'string' && !writings.dates.includes(field)) writings.dates.push(field);
    if (typeof read?.unknown === 'string')
      unknown.push({ ...one, kind: read.zone === null ? 'word' : 'zone', field, word: read.unknown });
    else hasWords ||= /\p{L}{3}/u.test(one.example) && (read === null || read.text !== null);
  }
  const [first] = unknown;
  if (!first) return null;
  const count = unknown.reduce((sum, one) => sum + one.values, 0);
  const zone = unknown.find(({ kind }) => kind === 'zone');
  return zone || hasWords || count * 2 > values ? { ...(zone ?? first), values: count } : null;
}
