import { draw, quantilesOf } from './quantiles.js';
import { between } from './random.js';
import type { Random } from './random.js';

const SHORT_SPAN_DAYS = 28;
const SHORT_SPAN_CHATS = 60_000;
const LONGEST_SPAN_DAYS = 365;
const LAST_SECOND = 86_399;
const GROWTH_OVER_SPAN = 0.12;
const WEEKDAY_WEIGHTS = [1.1, 1.06, 1.04, 1.03, 1, 0.72, 0.6];

/** From midnight, one weight for each half hour: a hump before lunch, one in the afternoon, a long evening. */
const HALF_HOUR_WEIGHTS = [
  12, 9, 7, 5, 4, 3, 2, 2, 2, 2, 3, 4, 6, 9, 14, 20, 29, 40, 54, 68, 82, 92, 97, 95, 86, 76, 71, 74, 84, 93,
  98, 97, 91, 82, 73, 65, 60, 58, 57, 55, 52, 47, 42, 37, 31, 26, 21, 16,
];
const START_OF_CHAT = quantilesOf(HALF_HOUR_WEIGHTS, 0, 1_800);

/** Whole days that so many chats spread over: four weeks, and in big samples more, up to a year. */
export function spanDays(chats: number): number {
  if (chats <= SHORT_SPAN_CHATS) return SHORT_SPAN_DAYS;
  return Math.min(LONGEST_SPAN_DAYS, Math.ceil((SHORT_SPAN_DAYS * chats) / SHORT_SPAN_CHATS));
}

/** How many of the chats start on each day; the sum is exact. `firstWeekday` is 0 for Monday. */
export function chatsPerDay(chats: number, days: number, firstWeekday: number, random: Random): number[] {
  const weights = Array.from({ length: days }, (_, day) => {
    const weekday = WEEKDAY_WEIGHTS[(firstWeekday + day) % 7] ?? 1;
    return weekday * (1 + (GROWTH_OVER_SPAN * day) / days) * between(random, 0.92, 1.08);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let weightSoFar = 0;
  let chatsSoFar = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const upToHere = Math.round(chats * (weightSoFar / total));
    const today = upToHere - chatsSoFar;
    chatsSoFar = upToHere;
    return today;
  });
}

/** The seconds of the day at which `count` chats start, rising. */
export function startsOfDay(count: number, random: Random): Int32Array {
  const starts = new Int32Array(count);
  for (let index = 0; index < count; index += 1)
    starts[index] = Math.min(draw(START_OF_CHAT, random), LAST_SECOND);
  return starts.sort();
}
