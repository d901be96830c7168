import { figureInWords } from '../presentation/figures.js';
import type { PictureUnit } from '../pictures/picture.js';

const numbers: Record<PictureUnit, (value: number) => string> = {
  count: (value) => (Number.isInteger(value) ? figureInWords('count', value) : ''),
  number: (value) => figureInWords('number', value),
  rate: (value) => `${String(Math.round(value * 100))}%`,
  seconds: String,
  score: String,
  hours: (value) => figureInWords(Number.isInteger(value) ? 'count' : 'seconds', value),
};

/** How an axis writes its round numbers. */
export const axisNumber = (unit: PictureUnit) => numbers[unit];

/** A number that fits into a field: `12`, `3.4`, `12k`. */
export function fieldNumber(unit: PictureUnit, value: number): string {
  if (value === 0) return '0';
  if (value >= 10_000) return `${String(Math.round(value / 1000))}k`;
  return unit === 'count' || value >= 100
    ? String(Math.round(value))
    : figureInWords(value >= 10 ? 'seconds' : 'number', value);
}
