import type { ChatField, DateField } from '../../chats/columns.js';
import type { ConditionName } from '../condition-names.js';
import { readDateText, type ReadDate } from '../dates/date-text.js';
import { dateLayout } from '../dates/layout.js';
import type { ZoneWords } from '../dates/zone-words.js';
import { clean } from '../../files/text.js';
import { durationText, type DurationWriting } from './durations.js';
import { isNotRated } from './not-rated.js';
import { wordScales } from './rating-words.js';
import { ratingText, type RatingWriting } from './ratings.js';
import { unwrapped } from './wrapped.js';

type Name = ChatField | ConditionName;

/** How columns of a file are written where SQL cannot read them as they stand: their cells are written anew for it. */
export interface ColumnWritings {
  /** Durations, and dates that are durations after the start. */
  durations: Partial<Record<ChatField, DurationWriting>>;
  rating: RatingWriting | null;
  /** Dates with words. */
  dates: DateField[];
  /** What zone an abbreviation at the end of a date is to be understood in. */
  zones: ZoneWords;
  /** Columns all of whose values begin with an apostrophe. */
  apostrophes: Name[];
}

/** Stands behind a number that must not be read: SQL takes it for none. */
const unreadMark = '\u{f0003}';

/** A text that could not be read, as it stands in the file. */
export function unmarked(text: string): string {
  return text.endsWith(unreadMark) ? text.slice(0, -unreadMark.length) : text;
}

type Rewrite = (cell: string) => string;

/** How many cells are remembered of a column: durations and ratings repeat, dates do so in a row. */
const mostRemembered = 20_000;

/** What makes cells of a column ready for SQL. */
export function rewriteOf(
  name: Name,
  writings: ColumnWritings | null,
  missing: readonly string[] = [],
): Rewrite {
  const hasQuote = writings?.apostrophes.includes(name) === true;
  const unwrap: Rewrite = (cell) => unwrapped(cell, hasQuote);
  const read = writings ? readerOf(name, writings) : null;
  if (!read) return unwrap;
  const known = new Map<string, string>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    if (known.size >= mostRemembered) known.clear();
    const bare = unwrap(cell);
    const text = clean(bare);
    const made = text === null || missing.includes(text.toLowerCase()) ? bare : (read(text) ?? bare);
    known.set(cell, made);
    return made;
  };
}

type Read = (text: string) => string | null;

function readerOf(name: Name, { durations, rating, dates, zones }: ColumnWritings): Read | null {
  const duration = durations[name as ChatField];
  if (duration) return (text) => durationText(text, duration) ?? marked(text);
  if (name === 'csat_score' && rating) {
    const scale = rating.words === null ? null : (wordScales[rating.words] ?? null);
    return (text) => (isNotRated(text) ? '' : (ratingText(text, rating, scale) ?? marked(text)));
  }
  return dates.includes(name as DateField) ? (text) => dateTextFor(text, zones) : null;
}

/** SQL would read some of what looks like a number, and otherwise than the column is written. */
function marked(text: string): string {
  return /^[-+.,\d]/.test(text) ? `${text}${unreadMark}` : text;
}

/** A date as it stands where engines read it, else in numbers. */
function dateTextFor(text: string, zones: ZoneWords): string | null {
  return dateLayout(text) ? null : readDateText(text, zones).text;
}

/** A date that engines do not read as it stands: what it was found to be; null for one that they read. */
export function wordedDate(text: string, zones: ZoneWords): ReadDate | null {
  return dateLayout(text) ? null : readDateText(text, zones);
}
