const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;
const narrow = /[ .,:;'|!ijlI()[\]-]/;
const broad = /[mwMW@%]/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const parts = (text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment);

function emsOf(part: string): number {
  if (wide.test(part)) return 1.05;
  if (narrow.test(part)) return 0.33;
  return broad.test(part) ? 0.9 : 0.6;
}

/** About how wide a text is drawn, in the unit of the size; rather too wide than too narrow. */
export function textWidth(text: string, size: number): number {
  return size * parts(text).reduce((sum, part) => sum + emsOf(part), 0);
}

/** A text cut to a width, whole characters only; what is cut ends in an ellipsis. */
export function fittedText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let room = width / size - 1;
  let kept = '';
  for (const part of parts(text)) {
    room -= emsOf(part);
    if (room < 0) break;
    kept += part;
  }
  return `${kept.trimEnd()}…`;
}

/** Shows every n-th of labels that stand `step` apart, so that no two of them meet; n is one of 1, 2, 3, 4, 6, 8, 12, ... */
export function labelEvery(labels: readonly string[], size: number, step: number): number {
  const widest = labels.reduce((most, label) => Math.max(most, textWidth(label, size)), 0) + size;
  const needed = Math.max(1, Math.ceil(widest / step));
  return roundSteps.find((every) => every >= needed) ?? Math.ceil(needed / 48) * 48;
}

const roundSteps = [1, 2, 3, 4, 6, 8, 12, 16, 24, 48];
