import type { CellStyle } from 'hucre/xlsx';
import { colors, font, fontSize, lookOf, type Look, type StyleName } from './styles.js';

const made = new Map<StyleName, CellStyle>();

/** The library's form of a style; one object per style. */
export function hucreStyle(style: StyleName): CellStyle {
  const known = made.get(style);
  if (known) return known;
  const fresh = styleOf(lookOf(style));
  made.set(style, fresh);
  return fresh;
}

/** The font of cells without a style of their own. */
export const defaultFont = { name: font, size: fontSize, color: { rgb: colors.ink } };

function styleOf(look: Look): CellStyle {
  return {
    font: fontOf(look),
    ...(look.fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: look.fill } } } : {}),
    ...(look.format ? { numFmt: look.format } : {}),
    alignment: alignmentOf(look),
    border: borderOf(look),
  };
}

function fontOf({ size, bold, italic, underline, color }: Look): NonNullable<CellStyle['font']> {
  return {
    name: font,
    size: size ?? fontSize,
    color: { rgb: color ?? colors.ink },
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(underline ? { underline } : {}),
  };
}

function alignmentOf({ horizontal, vertical, wrap, indent }: Look): NonNullable<CellStyle['alignment']> {
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(wrap ? { wrapText: wrap } : {}),
    ...(indent ? { indent } : {}),
  };
}

function borderOf(look: Look): NonNullable<CellStyle['border']> {
  const sides = ['left', 'right', 'top', 'bottom'] as const;
  const drawn = sides.flatMap((side) => {
    const line = look[side];
    return line ? [[side, { style: line.style, color: { rgb: line.color } }] as const] : [];
  });
  return Object.fromEntries(drawn);
}
