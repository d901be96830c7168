/** What a value of a series is a signal by. */
export type SignalRule = 'outside' | 'eight_on_one_side' | 'three_of_four_near_limit';

/** Limits of a series: between them it varies as it always does. */
export interface Limits {
  mean: number;
  lower: number;
  upper: number;
}

/** A series with its limits, and by which rules each value is a signal. */
export interface ControlChart {
  /** Limits at each value; the same at all where they rest on equally many cases. */
  limits: Limits[];
  /** The mean moving range and the most that two values in a row should lie apart. */
  meanRange: number;
  upperRange: number;
  signals: SignalRule[][];
}

/** A mean range of two values is so many standard deviations; limits are three of these; and the upper limit of such ranges. */
export const deviationsPerRange = 1.128;
export const limitFactor = 2.66;
export const rangeFactor = 3.268;

/**
 * The chart of individual values and moving ranges (XmR).
 * Method: D. J. Wheeler, Understanding Variation, 2nd edition; rules as in docs.holistics.io, control chart.
 */
export function xmrChart(values: readonly number[]): ControlChart {
  const mean = meanOf(values);
  const meanRange = meanOf(movingRanges(values));
  const reach = limitFactor * meanRange;
  const limits = values.map(() => ({ mean, lower: mean - reach, upper: mean + reach }));
  return { limits, meanRange, upperRange: rangeFactor * meanRange, signals: signalsOf(values, limits) };
}

/** How far each value lies from the one before. */
export function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
}

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** By which rules each value is a signal: outside its limits, the last of 8 on one side, 3 of 4 beyond half way to a limit. */
export function signalsOf(values: readonly number[], limits: readonly Limits[]): SignalRule[][] {
  const places = values.map((value, index) => placeOf(value, limits[index]));
  return places.map((place, index) => {
    const found: SignalRule[] = [];
    if (Math.abs(place) > 1) found.push('outside');
    if (isRun(places, index, 8, 8, 0)) found.push('eight_on_one_side');
    if (isRun(places, index, 4, 3, 0.5)) found.push('three_of_four_near_limit');
    return found;
  });
}

/** Where a value lies: 0 on the middle, 1 on the upper limit, -1 on the lower. */
function placeOf(value: number, limits: Limits | undefined): number {
  if (!limits) return 0;
  const reach = limits.upper - limits.mean;
  const distance = value - limits.mean;
  if (reach > 0) return distance / reach;
  return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}

/** Are enough of the last values, this one among them, further from the middle than so much, on one side? */
function isRun(
  places: readonly number[],
  index: number,
  of: number,
  enough: number,
  beyond: number,
): boolean {
  if (index + 1 < of) return false;
  const last = places.slice(index + 1 - of, index + 1);
  return [1, -1].some(
    (side) =>
      (places[index] ?? 0) * side > beyond && last.filter((place) => place * side > beyond).length >= enough,
  );
}
