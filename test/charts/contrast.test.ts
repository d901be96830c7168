import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strongestTint } from '../../src/charts/heat-map-chart.js';

type Color = [red: number, green: number, blue: number];

const css = readFileSync('src/html/styles/colors.css', 'utf8');
const hex = '#[0-9a-f]{6}';

function color(name: string, scheme: 'light' | 'dark'): Color {
  const both = new RegExp(`--${name}: light-dark\\((${hex}), (${hex})\\)`).exec(css);
  const one = new RegExp(`--${name}: (${hex});`).exec(css);
  const text = (scheme === 'light' ? both?.[1] : both?.[2]) ?? one?.[1] ?? expect.fail(`no colour ${name}`);
  return [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16)) as Color;
}

function luminance(of: Color): number {
  const [red = 0, green = 0, blue = 0] = of.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Color, b: Color): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const over = (top: Color, bottom: Color, opacity: number): Color =>
  top.map((part, index) => part * opacity + (bottom[index] ?? 0) * (1 - opacity)) as Color;

describe.each(['light', 'dark'] as const)('in the %s', (scheme) => {
  it.each([
    ['ink', 'page'],
    ['ink', 'card'],
    ['ink', 'bar'],
    ['muted', 'page'],
    ['muted', 'card'],
    ['muted', 'soft'],
    ['muted', 'bar'],
    ['link', 'card'],
    ['link', 'page'],
    ['good', 'card'],
    ['bad', 'card'],
    ['mast-ink', 'mast'],
    ['mast-muted', 'mast'],
    ['chart-muted', 'chart-surface'],
    ['chart-muted', 'chart-shade'],
    ['chart-accent', 'chart-surface'],
  ])('text in %s stands out from %s by 4.5', (text, ground) => {
    expect(contrast(color(text, scheme), color(ground, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['chart-main', 'chart-accent'])('marks in %s stand out from the card by 3', (mark) => {
    expect(contrast(color(mark, scheme), color('card', scheme))).toBeGreaterThanOrEqual(3);
  });

  it.each(['chart-heat', 'chart-warm-heat'])('numbers stand out from %s at its strongest by 4.5', (tint) => {
    const ground = over(color(tint, scheme), color('card', scheme), strongestTint);
    expect(contrast(color('chart-ink', scheme), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('the two parts of a stacked bar differ by 1.8, and their order is said in the legend', () => {
    const parts = contrast(color('chart-main', scheme), color('chart-second', scheme));
    expect(parts).toBeGreaterThanOrEqual(1.8);
  });
});

it('viewers that do not know light-dark() get the light colours', () => {
  for (const [, name = '', light] of css.matchAll(/--([\w-]+): light-dark\((#\w+), #\w+\)/g))
    expect(css).toContain(`  --${name}: ${light};\n`);
});
