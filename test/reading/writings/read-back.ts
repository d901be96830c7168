import { parseOptions, type ReportOptionsSpec } from '../../../src/options/options.js';
import { dateLayout, strptimeFormat, type DateOrder } from '../../../src/reading/dates/layout.js';
import { readingRules } from '../../../src/reading/rules.js';
import { genericProfile } from '../../../src/reading/profiles/generic-profile.js';
import { secondsPerUnit } from '../../../src/reading/heading-hints.js';
import { chooseWritings, type ChosenWritings } from '../../../src/reading/writings/choose.js';
import { rewriteOf } from '../../../src/reading/writings/column-writings.js';
import { isDoubtfulNumber } from '../../../src/reading/writings/numbers.js';
import { Survey } from '../../../src/reading/writings/survey.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { trimmed } from '../../../src/files/text.js';

/** What became of a column: its values as SQL reads them, and whether something is said of those that it does not. */
export interface ReadBack {
  values: (number | null)[];
  isSaid: boolean;
}

const columns = { started_at: 0, agent_first_response_seconds: 1, csat_score: 2, ended_at: 3 } as const;
type Field = keyof typeof columns;

function chosenFor(rows: readonly string[][], spec: ReportOptionsSpec): ChosenWritings {
  const rules = readingRules(genericProfile, [], {});
  const survey = new Survey(columns, rules);
  for (const row of rows) survey.add(row);
  const options = parseOptions(spec);
  return chooseWritings(survey.result(), rules, readingChoices(options, options.sourceTimezone));
}

/** Reads the cells of one column as a file of them is read, by plain functions in the place of SQL. */
export function readBack(
  field: Field,
  cells: readonly string[],
  spec: ReportOptionsSpec = {},
  order: DateOrder = 'dmy',
): ReadBack {
  const rows = cells.map((cell) => {
    const row = ['', '', '', ''];
    row[columns[field]] = cell;
    return row;
  });
  const chosen = chosenFor(rows, spec);
  const rewrite = chosen.writings ? rewriteOf(field, chosen.writings) : (cell: string): string => cell;
  const isExact = chosen.exactNumbers.includes(field);
  const isDate = field.endsWith('_at');
  const values = cells.map((cell) => {
    const text = trimmed(rewrite(cell));
    if (isDate) return momentOf(text, order);
    return text.includes(':') ? clockOf(text) : numberOf(text, isExact);
  });
  return { values, isSaid: chosen.doubts.some((doubt) => doubt.field === field) };
}

/** `plain_number` and `exact_number` of the SQL. */
function numberOf(text: string, isExact: boolean): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    const comma = !isExact && /^-?\d+,\d+$/.test(text) && !isDoubtfulNumber(text);
    return comma ? Number(text.replace(',', '.')) : null;
  }
  return !isExact && isDoubtfulNumber(text) ? null : Number(text) * secondsPerUnit.seconds;
}

function clockOf(text: string): number | null {
  const found = /^(?:(\d+) days? )?(\d+):([0-5]?\d):([0-5]?\d(?:[.,]\d+)?)$/.exec(text);
  if (!found) return null;
  const [, days = '0', hours, minutes, seconds = ''] = found;
  return (
    Number(days) * 86400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))
  );
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const patterns: Record<string, string> = {
  '%Y': '(?<Y>\\d{4})',
  '%y': '(?<y>\\d{2})',
  '%m': '(?<m>\\d{1,2})',
  '%d': '(?<d>\\d{1,2})',
  '%H': '(?<H>\\d{1,2})',
  '%I': '(?<I>\\d{1,2})',
  '%M': '(?<M>\\d{2})',
  '%S': '(?<S>\\d{2})',
  '%p': '(?<p>[ap])\\.?m\\.?',
  '%b': '(?<b>\\p{L}{3})',
  '%B': '(?<b>\\p{L}+)',
  '%a': '\\p{L}{3}',
  '%A': '\\p{L}+',
};

/** Seconds since 1970 of a date, by its layout: as `date-sql.ts` reads it. */
function momentOf(text: string, order: DateOrder): number | null {
  const layout = dateLayout(text);
  const format = layout && strptimeFormat(layout, order);
  if (!layout || typeof format !== 'string' || !format.includes('%')) return null;
  const zone = layout.hasZone ? /\s?(Z|UTC|GMT|[+-]\d{2}:?\d{0,2})$/i.exec(text) : null;
  const bare = text.slice(0, zone ? zone.index : text.length).replace(/(:\d{2})[.,]\d+/, '$1');
  const source = format.replace(/%[a-zA-Z]|[.*+?^${}()|[\]\\]/g, (part) => patterns[part] ?? `\\${part}`);
  const parts = new RegExp(`^${source}$`, 'iu').exec(bare)?.groups;
  if (!parts) return null;
  const month = parts['b']
    ? monthNames.indexOf(parts['b'].slice(0, 3).toLowerCase())
    : Number(parts['m']) - 1;
  const year = parts['Y'] ? Number(parts['Y']) : Number(parts['y']) + (Number(parts['y']) < 69 ? 2000 : 1900);
  const hour = parts['I']
    ? (Number(parts['I']) % 12) + (parts['p']?.toLowerCase() === 'p' ? 12 : 0)
    : Number(parts['H'] ?? 0);
  const day = Number(parts['d']);
  const moment = Date.UTC(year, month, day, hour, Number(parts['M'] ?? 0), Number(parts['S'] ?? 0));
  const date = new Date(moment);
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day) return null;
  return moment / 1000 - (layout.offset ?? 0) * 60;
}
