import { foldsUnlikeLowerCase } from '../../options/case-folding.js';
import type { Database } from './database.js';
import { literal } from '../shared-sql/sql-text.js';

/** Letters of living languages that lower case does not fold: German, Greek, Turkish, Armenian. */
const common = ['ß', 'ς', 'İ', 'և'];

/** What the error says by which a text is found not to be ASCII. */
const notAscii = 'not ASCII alone';

/** The key of names as far as they are ASCII, which costs a report next to nothing; an error for others, without the name. */
export const asciiKeyMacro = `create macro ascii_key(x) as
  case when strlen(x) = length(x) then lower(x) else error('${notAscii}' || left(x, 0)) end`;

/**
 * Runs SQL that calls `name_key`. DuckDB has no function that folds: to make and to bind the macro that does takes
 * milliseconds, which are spent only where a name is not ASCII.
 */
export class NameKeys {
  readonly #database: Database;
  #made: Promise<void> | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes the macro, once. */
  make(): Promise<void> {
    return (this.#made ??= this.#database.run(nameKeyMacros().join(';\n')).catch((error: unknown) => {
      this.#made = null;
      throw error;
    }));
  }

  /** Runs a statement that may call `name_key`, and that can be run again. */
  async run(sql: string): Promise<void> {
    if (this.#made || !callsNameKey(sql)) return this.#database.run(sql);
    try {
      await this.#database.run(sql.replace(everyCall, 'ascii_key('));
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes(notAscii)) throw error;
      await this.make();
      await this.#database.run(sql);
    }
  }
}

const everyCall = /\bname_key\(/g;

export function callsNameKey(sql: string): boolean {
  return sql.search(everyCall) >= 0;
}

/**
 * The macros of `name_key(x)`: NFC under full case folding, for which DuckDB has no function. ASCII goes a short way; so do
 * texts without rare letters. In the others each letter is looked up.
 */
function nameKeyMacros(): string[] {
  const folds = foldsUnlikeLowerCase();
  const letters = literal([...folds.keys()].join(''));
  const become = literal([...folds.values()].join(' '));
  const rare = [...folds.keys()].filter((letter) => !common.includes(letter));
  const replaced = common.reduce(
    (sql, letter) => `replace(${sql}, ${literal(letter)}, ${literal(folds.get(letter) ?? letter)})`,
    'x',
  );
  return [
    `create or replace macro folded_letter(c, place) as case when place > 0 then split_part(${become}, ' ', place) else lower(c) end`,
    `create or replace macro folded_letters(x) as
       array_to_string([folded_letter(c, strpos(${letters}, c)) for c in string_split(x, '')], '')`,
    `create or replace macro name_key(x) as case
       when strlen(x) = length(x) then lower(x)
       when regexp_matches(x, ${literal(classOf(rare))}) then nfc_normalize(folded_letters(nfc_normalize(x)))
       else nfc_normalize(lower(${replaced})) end`,
  ];
}

/** Letters that are no further apart are one range of the class, which is made faster; what is between them takes the long way. */
const near = 8;

/** A class of a regular expression that has the letters in it. */
function classOf(letters: readonly string[]): string {
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const isNear = (code: number | undefined, next: number | undefined): boolean =>
    code !== undefined && next !== undefined && next - code <= near;
  const starts = codes.filter((code, index) => !isNear(codes[index - 1], code));
  const ends = codes.filter((code, index) => !isNear(code, codes[index + 1]));
  const ranges = starts.map((start, index) => `${char(start)}-${char(ends[index] ?? start)}`);
  return `[${ranges.join('')}]`;
}

const char = (code: number): string => String.fromCodePoint(code);
