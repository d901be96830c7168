import { genericProfile } from '../../../src/reading/profiles/generic-profile.js';
import { seedHeadings } from '../../../src/reading/synonyms.js';
import { dateWritings, durationWritings, openDateWritings, ratingWritings } from '../writings/writings.js';
import type { Chat } from './chats.js';
import type { Random } from './random.js';

/** One way to write a value, by its name. */
export interface Writing<Value> {
  name: string;
  write: (value: Value) => string;
}

/** How the moments of a table are written. */
export interface MomentWriting extends Writing<number> {
  /** Seconds that it leaves out are those of a whole step. */
  step: number;
  /** A date and a time of day, where they stand in two columns. */
  split: ((moment: number) => [date: string, time: string]) | null;
}

/** How ratings are written, and on which scale. */
export interface RatingsWriting extends Writing<number> {
  min: number;
  max: number;
  /** What a step from 0 to 4 is as a number. */
  meant: (step: number) => number;
  heading: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

function numericMoment(random: Random): MomentWriting {
  const { oneOf, isOnce } = random;
  const sign = oneOf(['-', '/', '.', ' ']);
  const order = oneOf(['dmy', 'mdy', 'ymd'] as const);
  const isPadded = isOnce(0.6);
  const isShortYear = order !== 'ymd' && isOnce(0.2);
  const [hasSeconds, isTwelve, between] = [isOnce(0.6), isOnce(0.3), oneOf([' ', ' ', 'T', '  '])];
  const pad = (value: number): string => (isPadded ? two(value) : String(value));
  const dateOf = (x: Date): string => {
    const year = String(x.getUTCFullYear()).slice(isShortYear ? 2 : 0);
    const [month, day] = [pad(x.getUTCMonth() + 1), pad(x.getUTCDate())];
    return { dmy: [day, month, year], mdy: [month, day, year], ymd: [year, month, day] }[order].join(sign);
  };
  const timeOf = (x: Date): string => {
    const hour = isTwelve ? x.getUTCHours() % 12 || 12 : x.getUTCHours();
    const rest = `${pad(hour)}:${two(x.getUTCMinutes())}${hasSeconds ? `:${two(x.getUTCSeconds())}` : ''}`;
    return isTwelve ? `${rest} ${x.getUTCHours() < 12 ? 'AM' : 'PM'}` : rest;
  };
  const name = `${order} ${sign} ${[isPadded, isShortYear, hasSeconds, isTwelve].map(Number).join('')}`;
  const date = (moment: number): Date => new Date(moment * 1000);
  return {
    name,
    step: hasSeconds ? 1 : 60,
    write: (moment) => `${dateOf(date(moment))}${between}${timeOf(date(moment))}`,
    split: (moment) => [dateOf(date(moment)), timeOf(date(moment))],
  };
}

/** A random way to write moments. */
export function momentWriting(random: Random): MomentWriting {
  const kind = random.number();
  if (kind < 0.45) return numericMoment(random);
  if (kind < 0.5) return { name: 'Unix seconds', step: 1, write: String, split: null };
  if (kind < 0.55) return { name: 'Unix milliseconds', step: 1, write: (x) => String(x * 1000), split: null };
  const writings = random.isOnce(0.3) ? openDateWritings : dateWritings;
  const name = random.oneOf(Object.keys(writings));
  return { name, step: 1, write: (x) => (writings[name] ?? String)(new Date(x * 1000)), split: null };
}

const minutes = (digits: number) => (x: number) => (x / 60).toFixed(digits);
const shortClocks: Record<string, (x: number) => string> = {
  'mm:ss': (x) => `${two(Math.floor(x / 60))}:${two(x % 60)}`,
};
const inUnits: Record<string, (x: number) => string> = {
  ' (minutes)': minutes(4),
  ' in min': minutes(4),
  ' [ms]': (x) => String(x * 1000),
  ' (hours)': (x) => (x / 3600).toFixed(6),
  ' (seconds)': String,
};

/** A random way to write durations; the end of the heading says a unit. */
export function durationWriting(random: Random): Writing<number> & { end: string } {
  if (random.isOnce(0.25)) {
    const end = random.oneOf(Object.keys(inUnits));
    return { name: end, write: inUnits[end] ?? String, end };
  }
  const writings = random.isOnce(0.1) ? shortClocks : durationWritings;
  const name = random.oneOf(Object.keys(writings));
  return { name, write: writings[name] ?? String, end: '' };
}

const words =
  (...steps: string[]) =>
  (step: number) =>
    steps[step] ?? '';
const upper = (step: number): number => (step >= 3 ? 1 : 0);
const onScale = (
  min: number,
  max: number,
  meant: (step: number) => number,
  write: (value: number) => string = String,
  heading = '',
) => ({
  ...{ min, max, meant, heading },
  write: (step: number) => write(meant(step)),
});
const fifths = { min: 1, max: 5, meant: (step: number) => step + 1, heading: '' };
const halves = { min: 0, max: 1, meant: upper, heading: '' };

const scales: Record<string, Omit<RatingsWriting, 'name'>> = {
  ...Object.fromEntries(
    Object.entries(ratingWritings).map(([name, write]) => [
      name,
      { ...fifths, write: (step: number) => write(step + 1) },
    ]),
  ),
  '1 to 10': onScale(1, 10, (step) => [1, 3, 6, 8, 10][step] ?? 1),
  '0 to 10': onScale(0, 10, (step) => [0, 3, 6, 8, 10][step] ?? 0),
  'out of 10': onScale(
    1,
    10,
    (step) => [1, 3, 6, 8, 10][step] ?? 1,
    (x) => `${x}/10`,
  ),
  '1 to 10 by heading': onScale(1, 10, (step) => [1, 3, 6, 8, 10][step] ?? 1, String, ' (1-10)'),
  '0 to 100': onScale(0, 100, (step) => [0, 30, 60, 85, 100][step] ?? 0),
  percent: onScale(
    0,
    100,
    (step) => [0, 30, 60, 85, 100][step] ?? 0,
    (x) => `${x}%`,
  ),
  '-2 to 2': onScale(-2, 2, (step) => step - 2),
  '0 or 1': onScale(0, 1, upper),
  'true or false': { ...halves, write: (step) => (step >= 3 ? 'true' : 'false') },
  thumbs: { ...halves, write: (step) => (step >= 3 ? '👍' : '👎') },
  'good or bad': { ...halves, write: (step) => (step >= 3 ? 'Good' : 'Bad') },
  'satisfied in five steps': {
    ...fifths,
    write: words('Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'),
  },
  'zufrieden in five steps': {
    ...fifths,
    write: words('sehr unzufrieden', 'unzufrieden', 'neutral', 'zufrieden', 'sehr zufrieden'),
  },
};

export function ratingsWriting(random: Random): RatingsWriting {
  const name = random.oneOf(Object.keys(scales));
  return { name, ...(scales[name] as Omit<RatingsWriting, 'name'>) };
}

/** A random heading of a field: as Verloop calls it, or as any export may. */
export function headingOf(field: keyof Chat, isSeed: boolean, { oneOf, isOnce }: Random): string {
  if (isSeed) return seedHeadings[field];
  const heading = oneOf(genericProfile.fields[field]?.headings ?? [field]);
  return isOnce(0.3) ? heading.toUpperCase() : isOnce(0.5) ? heading.replaceAll(' ', '_') : heading;
}
