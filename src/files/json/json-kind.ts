/**
 * Is this the beginning of JSON (`[{`, `{"`)? A list, or an object that holds one, is `json`; an object a line is
 * `json_lines`. Returns null for other text. The text begins with its first visible character.
 */
export function jsonKind(text: string, name: string): 'json' | 'json_lines' | null {
  if (/^\[\s*(\{|\]\s*$|$)/.test(text)) return 'json';
  if (text.startsWith('[') && /\.json$/i.test(name)) return 'json';
  if (!/^\{\s*("|\}|$)/.test(text)) return null;
  const end = objectEnd(text);
  if (end === -1) return /\.(jsonl|ndjson)$/i.test(name) || beginsLines(text) ? 'json_lines' : 'json';
  if (text.slice(end).trimStart().startsWith('{')) return 'json_lines';
  return holdsList(text.slice(0, end)) ? 'json' : 'json_lines';
}

/** The place behind the object that the text begins with; -1 when it goes on. */
function objectEnd(text: string): number {
  let depth = 0;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token[0] === '{') depth += 1;
    if (token[0] === '}') depth -= 1;
    if (depth === 0) return token.index + 1;
  }
  return -1;
}

/** A very long first line that is not the beginning of an object around a list. */
function beginsLines(text: string): boolean {
  return !/[\r\n]/.test(text) && !/^\{[^[{]*\[\s*\{/.test(text);
}

function holdsList(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return Object.values(value as object).some((part) => Array.isArray(part) && isObjectOrNone(part[0]));
  } catch {
    return false;
  }
}

function isObjectOrNone(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));
}
