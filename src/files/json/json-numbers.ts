import { parse } from 'lossless-json';
import { withoutExponent } from '../cell-text.js';

/** Does a text hold, outside its strings, a number that JavaScript would write differently? */
const delicate = /[:,[\s]-?(?:\d{16}|\d+[.eE])/;
const strings = /"(?:[^"\\]|\\.)*"/gs;

/**
 * A JSON text as a value that keeps every digit: where JavaScript would write a number differently, all numbers are texts, as
 * written but without exponent. Throws when it is not JSON.
 */
export function exactJson(text: string): unknown {
  if (delicate.test(text) && delicate.test(text.replaceAll(strings, '""'))) return losslessJson(text);
  return JSON.parse(text);
}

function losslessJson(text: string): unknown {
  return parse(text, null, {
    parseNumber: withoutExponent,
    onDuplicateKey: ({ newValue }) => newValue,
  });
}
