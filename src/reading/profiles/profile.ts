import type { ChatField } from '../../chats/columns.js';
import type { Clock } from '../writings/durations.js';

/** In what a duration column counts; a clock text such as `0:04:30` is read whatever the unit. */
export type DurationUnit = 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days';

/** How a platform writes one field. */
export interface ProfileField {
  /**
   * Its headings, best first, compared without case, spaces and punctuation. `*` at the end stands for the rest of a heading,
   * in which a time zone may stand: `chat start date *` is also `chat start date America/New_York`.
   */
  headings: string[];
  /** True where no source shows the heading or its values: `inspect` says so. */
  unverified?: boolean;
  /** Durations only; default seconds. `mm:ss` and `hh:mm` say what times such as `01:19` are. */
  unit?: DurationUnit | Clock;
  /** Dates only: the column is a duration after this field, not a date of its own. */
  after?: 'started_at';
  /** Ratings only: words and what they count as; null is "not rated". */
  ratings?: Record<string, number | null>;
  /** Values that mean "missing" beside the usual ones. */
  missing?: string[];
  /** `closed_by` only: what a missing value stands for. Without it such a chat is open. */
  when_missing?: string;
  /** `closed_by` only: several names in one cell stand between this; the last one counts. */
  separator?: string;
}

/** A column that decides about a whole row by its value. */
export interface ProfileCondition {
  headings: string[];
  /** The values for which it holds, in any case. */
  values: string[];
}

/** How the export of one platform is read. It is data: a user's own profile is a JSON file of the same shape. */
export interface Profile {
  /** Its name for `--profile`, kebab-case. */
  name: string;
  /** Platform and kind of export, for people. */
  title: string;
  /** Where its columns are known from, one sentence. */
  evidence: string;
  fields: Partial<Record<ChatField, ProfileField>>;
  /** Only rows for which this holds are chats; the others are rejected as `not a chat`. */
  chat_when?: ProfileCondition;
  /** Only chats for which this holds are closed; the others are open whatever stands in `closed_by`. */
  closed_when?: ProfileCondition;
  /** Chats for which this holds are open whatever stands in `closed_by`, if its values are those of a status. */
  open_when?: ProfileCondition;
  /** Chats for which this holds were closed by a bot. */
  bot_when?: ProfileCondition;
  /** Headings that only this platform's export has: they count for its score, whatever they hold. */
  signature?: string[];
  /** Defaults of report options for this platform, by configuration key. */
  options?: Record<string, unknown>;
  /** A file that fits this profile holds totals, not chats: it is refused with this sentence. */
  refused?: string;
}
