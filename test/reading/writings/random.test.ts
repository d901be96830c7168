import { expect, test } from 'vitest';
import { times } from '../../tiers.js';
import { readBack } from './read-back.js';
import { dateWritings, durationWritings, openDateWritings, ratingWritings } from './writings.js';

/** Numbers from 0 to 1, the same ones in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = numbersFrom(20_261_130);
const upTo = (most: number): number => Math.floor(random() * (most + 1));
const oneOf = <Item>(items: readonly Item[]): Item => items[upTo(items.length - 1)] as Item;

/** Seconds with thousandths: a fraction that is cut short is whole once in a thousand times, which is left out. */
const fractions: Record<string, (milliseconds: number) => string> = {
  'fraction cut short': (x) => String(x / 1000),
  'fraction cut short, comma': (x) => String(x / 1000).replace('.', ','),
  'fraction of three digits': (x) => (x / 1000).toFixed(3),
  'fraction of three digits, comma': (x) => (x / 1000).toFixed(3).replace('.', ','),
};

interface Column {
  what: string;
  cells: string[];
  expected: (number | null)[];
  read: () => ReturnType<typeof readBack>;
}

const missing = ['', '-', 'N/A', ' '];

function column<Value>(
  what: string,
  values: readonly Value[],
  write: (value: Value) => string,
  meant: (value: Value) => number,
  read: (cells: readonly string[]) => ReturnType<typeof readBack>,
): Column {
  const isMissing = values.map(() => random() < 0.15);
  const pad = random() < 0.1 ? ' ' : '';
  const cells = values.map((value, at) => (isMissing[at] ? oneOf(missing) : `${pad}${write(value)}${pad}`));
  const expected = values.map((value, at) => (isMissing[at] ? null : meant(value)));
  return { what, cells, expected, read: () => read(cells) };
}

const many = <Value>(make: () => Value): Value[] => Array.from({ length: 1 + upTo(11) }, make);

function durations(): Column {
  const read = (cells: readonly string[]) => readBack('agent_first_response_seconds', cells);
  const most = oneOf([60, 900, 2000, 20_000, 80_000]);
  if (random() < 0.15) {
    const name = oneOf(Object.keys(fractions));
    const values = many(() => upTo(most) * 1000 + 1 + upTo(998));
    return column(name, values, fractions[name] ?? String, (x) => x / 1000, read);
  }
  const name = oneOf(Object.keys(durationWritings));
  return column(
    name,
    many(() => upTo(most)),
    durationWritings[name] ?? String,
    (x) => x,
    read,
  );
}

const moment = (): Date => new Date((1_577_836_800 + upTo(252_460_799)) * 1000);

function dates(): Column {
  const isOpen = random() < 0.2;
  const writings = isOpen ? openDateWritings : dateWritings;
  const name = oneOf(Object.keys(writings));
  const order = isOpen && name === 'en-US' ? 'mdy' : 'dmy';
  const seconds = (x: Date): number => +x / 1000;
  return column(name, many(moment), writings[name] ?? String, seconds, (cells) =>
    readBack('started_at', cells, {}, order),
  );
}

function ratings(): Column {
  const name = oneOf(Object.keys(ratingWritings));
  const values = many(() => 1 + upTo(4));
  return column(
    name,
    values,
    ratingWritings[name] ?? String,
    (x) => x,
    (cells) => readBack('csat_score', cells),
  );
}

test('any column in any supported writing is read back exactly, or not read with a reason, never as other figures', () => {
  for (let at = 0; at < times(2000, 200_000); at += 1) {
    const { what, cells, expected, read } = oneOf([durations, dates, ratings])();
    const { values, isSaid } = read();
    const isRight = values.every((value, place) => {
      const wanted = expected[place] ?? null;
      if (value === null || wanted === null) return value === wanted || (value === null && isSaid);
      return Math.abs(value - wanted) < 1e-6;
    });
    if (!isRight) expect({ what, cells, values }).toEqual({ what, cells, values: expected });
  }
}, 900_000);
