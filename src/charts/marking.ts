import { chartColors } from './chart-colors.js';

/** What a page that listens to the marks of a chart has it show; a picture on paper has none. */
export interface Marking {
  /** The mark that the pointer or the keyboard is on. */
  active: number | null;
  /** Marks that are chosen: the others are faint. Empty: no choice is made. */
  chosen: ReadonlySet<number>;
}

/** Attributes of what belongs to one mark: its number, and how it stands out. Nothing without a marking. */
export function markAttributes(marking: Marking | undefined, index: number) {
  if (!marking) return {};
  const { active, chosen } = marking;
  const isFaint = chosen.size > 0 && !chosen.has(index) && active !== index;
  return { 'data-mark': index, ...(isFaint ? { opacity: 0.4 } : {}) };
}

/** Is the mark to have an outline? */
export const isOutlined = (marking: Marking | undefined, index: number) =>
  marking !== undefined && (marking.active === index || marking.chosen.has(index));

/** The outline of a mark: that of the pointer or the keyboard is the stronger one. */
export function outline(marking: Marking | undefined, index: number) {
  if (!isOutlined(marking, index)) return {};
  const isActive = marking?.active === index;
  return { stroke: isActive ? chartColors.ink : chartColors.accent, 'stroke-width': isActive ? 2 : 1.5 };
}
