import { parse } from 'lossless-json';
import { numberText, withoutExponent } from './cell-text.js';

/** Does a text hold, outside its strings, a number that JavaScript would write differently? */
const delicate = /[:,[\s]-?(?:\d{16}|\d+[.eE]|0[,}\]\s])/;
const strings = /"(?:[^"\\]|\\.)*"/gs;

/** A JSON text as a value whose numbers are texts, as written (without exponent). Throws when it is not JSON. */
export function exactJson(text: string): unknown {
  if (delicate.test(text) && delicate.test(text.replaceAll(strings, '""'))) return losslessJson(text);
  return JSON.parse(text, (_key, value: unknown) => (typeof value === 'number' ? numberText(value) : value));
}

function losslessJson(text: string): unknown {
  return parse(text, null, {
    parseNumber: withoutExponent,
    onDuplicateKey: ({ newValue }) => newValue,
  });
}
