import { missingTokens, whiteSpace } from '../../files/text.js';
import { signsOfNames } from '../../options/nobody.js';
import { nameKeySql } from './name-key.js';
import { argumentsAt, isGap, tokensOf } from './sql-tokens.js';

/** A text as ClickHouse writes it: there a backslash is a sign of its own. */
export function literal(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** A name as ClickHouse writes it. */
export function identifier(name: string): string {
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}

const ends = literal(`^[${whiteSpace}]+|[${whiteSpace}]+$`);
const missing = missingTokens.map(literal).join(', ');
const clock = literal(String.raw`^(?:(\d+) days? )?(\d+):([0-5]?\d):([0-5]?\d(?:[.,]\d+)?)$`);
const commaNumber = literal(String.raw`^-?\d+,\d+$`);

/** Seconds from 1970 to the end of 2105: between moments that can be read, nothing lasts longer. */
const longestDuration = Date.UTC(2106, 0, 1) / 1000;

/** `7.900` and `7,900` are no numbers: it is not known whether a sign stands between thousands or before a fraction. */
const doubtful = literal(String.raw`^[+-]?[1-9]\d{0,2}[.,]\d{3}$`);

function plainNumber(x: string): string {
  const point = `if(match(coalesce(${x}, ''), ${commaNumber}), replaceOne(${x}, ',', '.'), ${x})`;
  return `if(match(coalesce(${x}, ''), ${doubtful}), null, toFloat64OrNull(${point}))`;
}

/** Seconds of a clock such as `1 day 2:03:04.5`. */
function clockSeconds(x: string): string {
  const part = (group: number): string =>
    `coalesce(toFloat64OrNull(replaceOne(extractGroups(coalesce(${x}, ''), ${clock})[${String(group)}], ',', '.')), 0)`;
  return `(${part(1)} * 86400 + ${part(2)} * 3600 + ${part(3)} * 60 + ${part(4)})`;
}

function durationSeconds(x: string, unit: string, number = plainNumber): string {
  const read = `multiIf(position(coalesce(${x}, ''), ':') = 0, ${number(x)} * ${unit},
    match(coalesce(${x}, ''), ${clock}), ${clockSeconds(x)}, null)`;
  return `if(abs(${read}) <= ${String(longestDuration)}, ${read}, null)`;
}

/**
 * What the shared SQL calls by a name that ClickHouse does not know, or knows as something else. They are put in as text:
 * a function made on the server would need a right, and would be there for everybody.
 */
const calls: Record<string, (...parts: string[]) => string> = {
  p50: (x = '') => `quantilesExactInclusive(0.5, 0.9)(${x})[1]`,
  p90: (x = '') => `quantilesExactInclusive(0.5, 0.9)(${x})[2]`,
  lower: (x = '') => `lowerUTF8(${x})`,
  name_key: (x = '') => nameKeySql(x, literal),
  key_digest: (x = '') => `cityHash64(${x})`,
  bare_name: (x = '') => `replaceRegexpAll(replaceRegexpAll(${x}, ${literal(signsOfNames)}, ''), '''', '')`,
  plus_seconds: (t = '', s = '') => `addSeconds(${t}, ${s})`,
  trimmed: (x = '') => `replaceRegexpAll(${x}, ${ends}, '')`,
  bare: (x = '') => `replaceRegexpAll(${x}, ${ends}, '')`,
  present: (x = '') => `if(lowerUTF8(${x}) in (${missing}), null, ${x})`,
  plain_number: (x = '') => plainNumber(x),
  exact_number: (x = '') => `toFloat64OrNull(${x})`,
  duration_seconds: (x = '', unit = '') => durationSeconds(x, unit),
  exact_seconds: (x = '', unit = '') => durationSeconds(x, unit, (text) => `toFloat64OrNull(${text})`),
  string_split: (x = '', separator = '') => `splitByString(${separator}, coalesce(${x}, ''))`,
  arg_max: (x = '', by = '') => `argMax(${x}, ${by})`,
  arg_min: (x = '', by = '') => `argMin(${x}, ${by})`,
  list_last: (x = '') => `arrayElement(${x}, -1)`,
};

/** Types of ClickHouse that hold what the shared SQL means by a name: its own `date` ends in 2149, its `timestamp` begins in 1970. */
const types: Record<string, string> = {
  date: 'Nullable(Date32)',
  timestamp: "Nullable(DateTime64(0, 'UTC'))",
  varchar: 'Nullable(String)',
};

/** Constants with their type before them, such as `timestamp '1970-01-01 00:00:00'`. */
const constants: Record<string, (text: string) => string> = {
  date: (text) => `toDate32(${text})`,
  timestamp: (text) => `toDateTime64(${text}, 0, 'UTC')`,
};

/** A SELECT of the shared SQL as ClickHouse takes it: the same but for the few names above, and backslashes in texts. */
export function clickHouseSql(sql: string): string {
  return translated(tokensOf(sql));
}

function translated(tokens: readonly string[]): string {
  let text = '';
  let at = 0;
  while (at < tokens.length) {
    const [piece, next] = translatedAt(tokens, at);
    text += piece;
    at = next;
  }
  return text;
}

function translatedAt(tokens: readonly string[], at: number): [text: string, next: number] {
  const piece = tokens[at] ?? '';
  if (piece.startsWith("'")) return [piece.replaceAll('\\', '\\\\'), at + 1];
  const word = piece.toLowerCase();
  const call = calls[word];
  const found = call && tokens[at + 1] === '(' ? argumentsAt(tokens, at + 1) : null;
  if (call && found) return [call(...found.parts.map((part) => translated(part).trim())), found.end];
  const constant = constants[word];
  const value = tokens[at + 2] ?? '';
  if (constant && isGap(tokens[at + 1]) && value.startsWith("'")) return [constant(value), at + 3];
  return [isCastTarget(tokens, at) ? (types[word] ?? piece) : piece, at + 1];
}

/** A type at the end of `cast(... as type)`. */
function isCastTarget(tokens: readonly string[], at: number): boolean {
  return isGap(tokens[at - 1]) && tokens[at - 2]?.toLowerCase() === 'as' && tokens[at + 1] === ')';
}
