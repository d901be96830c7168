import { wordKey } from '../writings/word-key.js';
import { wordTables } from './word-tables.js';

/** A text without its time of day, and that time as `HH:MM:SS`; null time: the text has none. */
export interface TakenTime {
  rest: string;
  time: string | null;
}

const joins = '(?:^|[\\s,T]|(?<=\\d)T)';
const half = '\\p{L}\\.?(?:\\s?\\p{L}\\.?)?|\\p{L}{2,5}\\.?';
const clock = new RegExp(
  `${joins}(?:(?:um|at|om|kl\\.?|alle(?: ore)?|ore|às|as|a las|à|pukul|saat|jam|godz\\.?|o)\\s)?(?:(ÖÖ|ÖS)\\s)?(\\d{1,2})(?:[:.](\\d{2})(?:[:.](\\d{2})(?:[.,:](\\d{1,9}))?)?)(?:\\s?(${half}))?(?:\\s(?:uhr|h))?$`,
  'iu',
);
const hourWithH = new RegExp(
  `(?:^|[\\s,T])(?:à |om |às )?(\\d{1,2})\\s?h(?:\\s?(\\d{2}))?(?:\\s?(?:min|m))?(?:\\s?(\\d{2})\\s?s)?(?:\\s(${half}))?$`,
  'iu',
);
const hourAlone = new RegExp(`(?:^|[\\s,])(?:at\\s)?(\\d{1,2})\\s?(${half})$`, 'iu');
const named: readonly (readonly [time: string, words: RegExp])[] = [
  [
    '12:00:00',
    /(?:^|[\s,])(?:at )?(?:12(?::00){0,2} ?)?(?:noon|midday|mittags?|midi|mediod[ií]a|meio-dia|mezzogiorno|południe|öğle|middag)$/iu,
  ],
  [
    '00:00:00',
    /(?:^|[\s,])(?:at )?(?:12(?::00){0,2} ?)?(?:midnight|mitternachts?|minuit|medianoche|meia-noite|mezzanotte|middernacht|północ|gece yarısı|midnatt|tengah malam)$/iu,
  ],
];

/** Takes the time of day from the end of a date (in Turkish, the half of the day stands before it); null where it is no time. */
export function takeTime(text: string): TakenTime | null {
  for (const [time, words] of named) {
    const found = words.exec(text);
    if (found) return { rest: text.slice(0, found.index), time };
  }
  const full = clockAtEnd(text);
  if (full) {
    const [, before, hour = '', minute, second, fraction, after] = full;
    const time = timeText(hour, minute, second, halfOf(before ?? after), fraction);
    return time === null ? null : { rest: text.slice(0, full.index), time };
  }
  const withH = hourWithH.exec(text);
  if (withH) {
    const [, hour = '', minute, second, after] = withH;
    const isHalf = after === undefined || halfOf(after) !== null;
    const time = isHalf ? timeText(hour, minute, second, halfOf(after)) : null;
    return time === null ? null : { rest: text.slice(0, withH.index), time };
  }
  const alone = hourAlone.exec(text);
  const half = alone && halfOf(alone[2]);
  if (alone && half) {
    const time = timeText(alone[1] ?? '', undefined, undefined, half);
    return time === null ? null : { rest: text.slice(0, alone.index), time };
  }
  return { rest: text, time: null };
}

/** `10.02` at the end of `21.10.02` is no time, nor is what stands behind it unless it is a half of the day. */
function clockAtEnd(text: string): RegExpExecArray | null {
  const found = clock.exec(text);
  if (!found) return null;
  const [, , , , , , after] = found;
  if (after !== undefined && halfOf(after) === null && wordKey(after) !== 'uhr' && wordKey(after) !== 'h')
    return null;
  const rest = text.slice(0, found.index);
  return /\d/.test(rest) ? found : null;
}

function halfOf(word: string | undefined): 'am' | 'pm' | null {
  if (word === undefined) return null;
  return wordTables().halves.get(wordKey(word).replace(/\s/g, '')) ?? null;
}

function timeText(
  hour: string,
  minute = '00',
  second = '00',
  half: 'am' | 'pm' | null,
  fraction?: string,
): string | null {
  const written = Number(hour);
  if (half === 'am' && written > 12) return null;
  const full = half === null || written > 12 ? written : (written % 12) + (half === 'pm' ? 12 : 0);
  if (full > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${String(full).padStart(2, '0')}:${minute}:${second}${fraction === undefined ? '' : `.${fraction}`}`;
}
