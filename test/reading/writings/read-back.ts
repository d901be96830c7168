import { parseOptions, type ReportOptionsSpec } from '../../../src/options/options.js';
import type { DateOrder } from '../../../src/reading/dates/layout.js';
import { readingRules } from '../../../src/reading/rules.js';
import { genericProfile } from '../../../src/reading/profiles/generic-profile.js';
import { chooseWritings, type ChosenWritings } from '../../../src/reading/writings/choose.js';
import { rewriteOf } from '../../../src/reading/writings/column-writings.js';
import { Survey } from '../../../src/reading/writings/survey.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { trimmed } from '../../../src/files/text.js';
import { clockOf, momentOf, numberOf } from './plain-values.js';

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
