import { createClock } from './clock.js';
import { inChunks, slightlyShuffled } from './order.js';
import { createRandom } from './random.js';
import { sampleRows } from './rows.js';

/** What decides a sample; the same values give the same text, everywhere. */
export interface SampleSpec {
  /** how many chats: a whole number from 0 to 1,000,000,000 */
  readonly chats: number;
  /** a whole number from 0 to 2^53 - 1 */
  readonly seed: number;
  /** the first day, `YYYY-MM-DD`; default 2026-02-02, a Monday */
  readonly from?: string | undefined;
}

const DEFAULT_FROM = '2026-02-02';
const MOST_CHATS = 1_000_000_000;
const CHUNK_LENGTH = 65_536;
const REACH = 60;
const HEADER =
  'RoomCode,UserId,ClosedBy,ClosingComment,ChatStartTime,ChatEndTime,AgentAssignmentTimestamp,BotFirstResponseTime,AgentFirstResponseTime,CsatScore\n';

/**
 * A made-up but plausible export of customer-support chats, as the text of a CSV file.
 *
 * Gives chunks of about 64 KB, made one at a time, so that a sample of any size needs little memory; they may be
 * read again from the start. Up to 60,000 chats spread over four weeks from `from`, more over up to a year.
 * Lines end in LF, times are day-first wall time with unpadded hours, `-` is missing, a rating of 0 is "not rated".
 * One chat may take two lines, because a closer is rarely `"Bot\n"` in quotes.
 * Throws a RangeError that names the value where `chats`, `seed` or `from` is not as described.
 */
export function sampleCsv({ chats, seed, from = DEFAULT_FROM }: SampleSpec): Iterable<string> {
  checkWhole('chats', chats, MOST_CHATS);
  checkWhole('seed', seed, Number.MAX_SAFE_INTEGER);
  createClock(from);
  return { [Symbol.iterator]: () => inChunks(sampleLines(chats, seed, from), CHUNK_LENGTH) };
}

function* sampleLines(chats: number, seed: number, from: string): Generator<string> {
  yield HEADER;
  yield* slightlyShuffled(sampleRows(chats, seed, from), REACH, createRandom(seed, 5));
}

function checkWhole(name: string, value: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= 0 && value <= most) return;
  throw new RangeError(`${name} is ${value}: it must be a whole number from 0 to ${most}`);
}
