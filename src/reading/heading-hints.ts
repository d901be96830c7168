import type { DurationUnit } from './profiles/profile.js';

// oxlint-disable regexp/no-super-linear-move, regexp/no-super-linear-backtracking -- of the end of a heading alone
const zoneAtEnd =
  /[\s(]+((?:UTC|GMT)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|[A-Z][A-Za-z_]+(?:\/[A-Za-z_]+(?:[+-]\d+)?){1,2})\)?$/;

/** A heading without the time zone at its end, and that zone: `Chat start date (America/New_York)`, `... UTC`, `... (UTC+0)`. */
export function headingZone(heading: string): { base: string; zone: string | null } {
  const match = zoneAtEnd.exec(endOf(heading));
  const zone = match?.[1] ? knownZone(match[1]) : null;
  return zone && match
    ? { base: heading.trimEnd().slice(0, -match[0].length), zone }
    : { base: heading, zone: null };
}

/** Where hints stand; what is before it may be of any length. */
function endOf(heading: string): string {
  return heading.trim().slice(-100);
}

/** A zone by its name, or a fixed offset: `UTC+5:30` becomes `+05:30`. */
function knownZone(written: string): string | null {
  const offset = /^(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d{2})?$/.exec(written);
  if (offset) return offsetZone(offset);
  const name = written.replace(/^GMT$/, 'UTC');
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return null;
  }
}

function offsetZone([, sign = '+', hours = '0', minutes = '00']: RegExpExecArray): string {
  return Number(hours) === 0 && Number(minutes) === 0 ? 'UTC' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

const unitNames: Record<DurationUnit, string> = {
  milliseconds:
    'ms|msecs?|millis|milliseconds?|millisekunden?|millisecondes?|milisegundos?|millisecondi|milliseconden|milisaniye|milidetik',
  seconds:
    'secs?|seconds?|sek|sekunden?|secondes?|segundos?|seg|secondi|seconden|sekundy|saniye|sn|sekunder|detik',
  minutes: 'mins?|minutes?|minuten?|minutos?|minuti|minuty|dakika|dk|minuter|menit',
  hours: 'hrs?|hours?|std|stunden?|heures?|horas?|ore|uren|godz|godziny|saat|timmar|jam',
  days: 'days?|tagen?|jours?|d[ií]as?|giorni|dagen|dni|gün|dagar|hari',
};

/** Letters that are units only in brackets or after "in". */
const unitLetters: Partial<Record<DurationUnit, string>> = {
  seconds: 's',
  minutes: 'm',
  hours: 'h',
  days: 'd',
};

/** Units as they have always been found anywhere in a heading. */
const unitAnywhere: readonly (readonly [DurationUnit, RegExp])[] = [
  ['milliseconds', /(?:\b|_)(?:ms|msec|msecs|millis|milliseconds?)\b|in_?millis$|InMillis$/i],
  ['minutes', /(?:\b|_)(?:min|mins|minutes?)\b/i],
  ['hours', /(?:\b|_)(?:h|hr|hrs|hours?)\b/i],
  ['days', /(?:\b|_)(?:days?)\b/i],
];

const units = Object.keys(unitNames) as DurationUnit[];

/** A unit at the end of a heading: in brackets, after "in", or after a space. */
function unitAtEnd(unit: DurationUnit): RegExp {
  const words = unitNames[unit];
  const letter = unitLetters[unit];
  const marked = letter === undefined ? words : `${words}|${letter}`;
  const inner = `(?:in|en|em|w|i|dalam)?\\s*(?:${marked})\\.?`;
  return new RegExp(
    `[\\s_]*[([{<]\\s*${inner}\\s*[)\\]}>]$|[\\s_,;/-]+(?:in|en|em)[\\s_]+(?:${marked})\\.?$|[\\s_,;/-]+(?:${words})\\.?$`,
    'iu',
  );
}

const unitEnds = units.map((unit) => [unit, unitAtEnd(unit)] as const);

/** The unit that a heading names, such as `First reply time in minutes` or `FRT [ms]`; null when it names none. */
export function headingUnit(heading: string): DurationUnit | null {
  const text = endOf(heading);
  const atEnd = unitEnds.find(([, words]) => words.test(text));
  return (atEnd ?? unitAnywhere.find(([, words]) => words.test(text)))?.[0] ?? null;
}

const clockAtEnd = /[\s_]*[([{]?\s*((?:h{1,2}:)?m{1,2}:s{1,2}|h{1,2}:m{1,2})\s*[)\]}]?$/i;

/** What a heading says `01:19` is: `FRT (mm:ss)`; a unit says so too, for what is smaller stands behind it. */
export function headingClock(heading: string): 'mm:ss' | 'hh:mm' | null {
  const written = clockAtEnd.exec(endOf(heading))?.[1]?.toLowerCase() ?? null;
  if (written !== null) return written.startsWith('m') ? 'mm:ss' : /^h+:m+$/.test(written) ? 'hh:mm' : null;
  const unit = headingUnit(heading);
  if (unit === 'minutes' || unit === 'seconds') return 'mm:ss';
  return unit === 'hours' ? 'hh:mm' : null;
}

const scaleAtEnd =
  /[\s_]*[([{]\s*(?:(-?\d+)\s*(?:-|–|to|bis|à|a|do|\.\.)\s*(\d+)|(?:out of|of|von|sur|de|di|\/)\s*(\d+)|%|percent|stars?)\s*[)\]}]$/i;

/** The scale that a heading names, `Rating (1-10)`; a lowest rating that it does not say is null. */
export function headingScale(heading: string): { min: number | null; max: number } | null {
  const text = endOf(heading);
  const [, min, max, outOf] = scaleAtEnd.exec(text) ?? [];
  if (max !== undefined) return { min: Number(min), max: Number(max) };
  if (outOf !== undefined) return { min: null, max: Number(outOf) };
  if (/\bNPS\b|net promoter/i.test(text)) return { min: 0, max: 10 };
  return /%|percent/i.test(text) ? { min: 0, max: 100 } : null;
}

/** A heading without the unit, the form of times or the scale at its end: what it is the heading of. */
export function withoutUnit(heading: string): string {
  if (heading.length > 100) return heading;
  const text = heading.trim();
  for (const end of [clockAtEnd, scaleAtEnd, ...unitEnds.map(([, words]) => words)]) {
    const base = text.replace(end, '');
    if (base !== text && base.trim() !== '') return base.trim();
  }
  return heading;
}

/** How many seconds a unit is. */
export const secondsPerUnit: Record<DurationUnit, number> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86400,
};
