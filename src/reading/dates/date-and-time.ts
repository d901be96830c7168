import { dateFields, type ChatField, type DateField } from '../../chats/columns.js';
import type { CsvRow } from '../../files/csv/csv-rows.js';
import { clean } from '../../files/text.js';
import { mappedPair } from '../mapped-pair.js';
import type { MatchedColumn } from '../match-headings.js';
import { dayWords, momentOf, timeWords, withoutWord } from './date-and-time-words.js';
import { isDay, isTimeOfDay, joinedText, laterText, secondsOfDay } from './joined-text.js';

/** A field whose date and time of day stand in two columns (from 0), and where the two are put together. */
export interface DateAndTime {
  field: DateField;
  date: number;
  time: number;
  place: number;
  /**
   * The column with the time of the start, where this field has the day of the start and some chats go over midnight: it is
   * then so much later than the start. Absent: it is on the day that is written.
   */
  after?: number;
  /** Of the first rows, how many go over midnight. */
  overMidnight?: number;
}

type Shape = 'date' | 'time' | null;

/** What a column says of its dates and times: its values, and its heading without the word for a day or a time. */
interface ColumnLook {
  column: MatchedColumn;
  shape: Shape;
  base: string | null;
}

/**
 * The date fields of a file whose date and time of day stand in two columns: those that are mapped so, and those whose
 * headings and values say so: `Start Date` beside `Start Time`, `Date` beside `Time`, `Date` beside `Start Time` and `End Time`.
 */
export function dateAndTimeColumns(
  columns: readonly MatchedColumn[],
  map: Partial<Record<ChatField, string>>,
  sample: readonly string[][],
): DateAndTime[] {
  const headings = columns.map(({ heading }) => heading);
  const looks = columns.map((column, at) => lookAt(column, shapeOf(sample, at)));
  const pairs = dateFields.flatMap((field) => {
    const mapped = map[field];
    const pair = mapped === undefined ? foundPair(field, looks) : mappedPair(mapped, headings);
    return pair ? [{ field, date: pair[0], time: pair[1] }] : [];
  });
  return pairs.map((pair) => {
    const isFirst = pairs.find(({ date }) => date === pair.date) === pair;
    const later = laterThanStart(pair, pairs, sample);
    return { ...pair, place: isFirst ? pair.date : pair.time, ...later };
  });
}

type Pair = Pick<DateAndTime, 'field' | 'date' | 'time'>;

/** Whether a field has the day of the start and a time of day that is before that of the start in some of the first rows. */
function laterThanStart(
  { field, date, time }: Pair,
  pairs: readonly Pair[],
  sample: readonly string[][],
): Pick<DateAndTime, 'after' | 'overMidnight'> {
  const start = pairs.find((pair) => pair.field === 'started_at');
  if (!start || field === 'started_at' || start.date !== date) return {};
  const isOver = (row: readonly string[]): boolean => {
    const [from, to] = [start.time, time].map((at) => secondsOfDay(clean(row[at] ?? '') ?? ''));
    return typeof from === 'number' && typeof to === 'number' && to < from;
  };
  const overMidnight = sample.filter(isOver).length;
  return overMidnight === 0 ? {} : { after: start.time, overMidnight };
}

function lookAt(column: MatchedColumn, shape: Shape): ColumnLook {
  const words = shape === 'date' ? dayWords : timeWords;
  return { column, shape, base: shape === null ? null : withoutWord(column.heading, words) };
}

/** A column of dates and one of times that together are a field; null where there are none, or where more than one would do. */
function foundPair(field: DateField, looks: readonly ColumnLook[]): [date: number, time: number] | null {
  const owner = looks.findIndex(({ column }) => column.field === field);
  const isOf = ({ column, base }: ColumnLook): boolean =>
    column.field === field || (column.field === null && base !== null && momentOf(base) === field);
  const places = (shape: Shape, wanted: (look: ColumnLook) => boolean): number[] =>
    looks.flatMap((look, at) => (look.shape === shape && wanted(look) ? [at] : []));
  const dates = places('date', isOf);
  const times = places('time', isOf);
  const shared = places('date', ({ base }) => base === '');
  const date = chosen(dates, owner, looks, times) ?? chosen(shared, owner, looks, times);
  const time = chosen(times, owner, looks, dates);
  if (date === null || time === null || (owner !== -1 && owner !== date && owner !== time)) return null;
  return [date, time];
}

/** The column that has the field already; else the only one; else the one that is called like one of the others. */
function chosen(
  places: readonly number[],
  owner: number,
  looks: readonly ColumnLook[],
  others: readonly number[],
): number | null {
  if (places.includes(owner)) return owner;
  const [only = null, ...more] = places;
  if (more.length === 0) return only;
  const bases = others.map((at) => looks[at]?.base);
  const alike = places.filter((at) => bases.includes(looks[at]?.base ?? null));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** Whether the values of a column are dates without a time of day, or times of day alone. */
function shapeOf(sample: readonly string[][], column: number): Shape {
  const values = sample.flatMap((row) => clean(row[column] ?? '') ?? []);
  if (values.length === 0) return null;
  if (values.every(isTimeOfDay)) return 'time';
  return values.every(isDay) ? 'date' : null;
}

/** The columns with each such field where its date and time are put together, and why. */
export function joinedColumns(
  columns: readonly MatchedColumn[],
  pairs: readonly DateAndTime[],
): MatchedColumn[] {
  const headingOf = (at: number): string => JSON.stringify(columns[at]?.heading ?? '');
  return columns.map((column, at) => {
    const own = pairs.find(({ place }) => place === at);
    if (own) {
      const other =
        own.place === own.date
          ? `time of day from ${headingOf(own.time)}`
          : `day from ${headingOf(own.date)}`;
      const rule =
        column.field === own.field
          ? column.rule
          : (columns.find(({ field }) => field === own.field)?.rule ?? 'its values');
      return { ...column, field: own.field, rule: `${rule}; ${other}` };
    }
    const part = pairs.find(({ date, time }) => date === at || time === at);
    return part
      ? { ...column, field: null, rule: `${part.time === at ? 'time of day' : 'day'} of ${part.field}` }
      : column;
  });
}

/** Rows with each date and its time put together. */
export async function* joinedRows(
  batches: AsyncIterable<CsvRow[]>,
  pairs: readonly DateAndTime[],
): AsyncGenerator<CsvRow[]> {
  for await (const rows of batches)
    yield rows.map((row) => (row.fields ? { ...row, fields: joinedFields(row.fields, pairs) } : row));
}

/** One row so. */
export function joinedFields(fields: readonly string[], pairs: readonly DateAndTime[]): string[] {
  const joined = [...fields];
  for (const { date, time, place, after } of pairs)
    joined[place] =
      after === undefined
        ? joinedText(fields[date] ?? '', fields[time] ?? '')
        : laterText(fields[after] ?? '', fields[time] ?? '');
  return joined;
}
