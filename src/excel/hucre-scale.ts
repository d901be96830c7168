import type { ConditionalRule } from 'hucre/xlsx';
import { areaRef, cellRef } from './refs.js';
import type { Area, Scale } from './workbook.js';

export type Rule = Omit<ConditionalRule, 'priority'>;

/** Steps on each side of the middle. */
const side = 4;

/**
 * A colour scale as rules of their own, nine steps over the numbers of the scale. LibreOffice lets no rule end a colour
 * scale of Excel's own kind, so that what is grey for its small n would be as colourful as the rest.
 */
export function scaleSteps(area: Area, scale: Scale): Rule[] {
  const [from, to] = scale.between;
  const width = (to - from) / (2 * side + 1);
  const cell = cellRef(area.row, area.column);
  const steps = Array.from({ length: side }, (_, index) => index);
  const rule = (comparison: string, color: string, strength: number): Rule => ({
    type: 'expression',
    range: areaRef(area),
    formula: `AND(ISNUMBER(${cell}),${cell}${comparison})`,
    style: filled(mixed(color, strength)),
    stopIfTrue: true,
  });
  return [
    ...steps.map((step) => rule(`<${rounded(from + (step + 1) * width)}`, scale.low, 1 - step / side)),
    ...steps.map((step) => rule(`>=${rounded(to - (step + 1) * width)}`, scale.high, 1 - step / side)),
  ];
}

/** In a differential style the background is what fills the cell. */
function filled(color: string): NonNullable<Rule['style']> {
  const rgb = { rgb: color };
  return { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb, bgColor: rgb } };
}

/** A colour thinned with white. */
function mixed(color: string, strength: number): string {
  const channels = [0, 2, 4].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  const thinned = channels.map((channel) => Math.round(255 + (channel - 255) * strength));
  return thinned.map((channel) => channel.toString(16).padStart(2, '0').toUpperCase()).join('');
}

const rounded = (value: number) => String(Number(value.toFixed(6)));
