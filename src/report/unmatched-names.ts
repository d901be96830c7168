import type { Sql } from '../engines/engine.js';
import { optionCatalog } from '../options/catalog.js';
import { listed } from '../options/listed.js';
import { mention } from '../options/mention.js';
import { didYouMean, nameKey } from '../options/names.js';
import { nobodyKeys } from '../options/nobody.js';
import type { ReportOptions } from '../options/options.js';
import { namesOfFiles } from './name-filters.js';

/** An option that sorts the names of a column. */
interface NameOption {
  option: 'bots' | 'nobody' | 'timeoutReasons';
  column: 'closed_by' | 'closing_reason';
  /** What is said of a name that the files do not have, and of those that they do. */
  says: (name: string) => string;
  there: string;
}

const closers = { column: 'closed_by', there: 'The closers are' } as const;

const nameOptions: readonly NameOption[] = [
  { ...closers, option: 'bots', says: (name) => `no chat of the files is closed by ${name}` },
  { ...closers, option: 'nobody', says: (name) => `no chat of the files has ${name} as its closer` },
  {
    option: 'timeoutReasons',
    column: 'closing_reason',
    says: (name) => `no chat of the files has the closing reason ${name}`,
    there: 'The closing reasons are',
  },
];

/** How many names are told. */
const mostNames = 12;

/** What to say of bots, placeholders and reasons that a user named and that the files do not have. Asks only where some are named. */
export async function unmatchedNotes(engine: Sql, options: ReportOptions): Promise<string[]> {
  const notes: string[] = [];
  for (const one of nameOptions) {
    const named = namedByUser(one.option, options);
    if (named.length > 0) notes.push(...(await notesOf(engine, one, named)));
  }
  return notes;
}

/** The names that are no default, which stands for platforms that a file need not be of. */
function namedByUser(option: NameOption['option'], options: ReportOptions): string[] {
  const usual = new Set(((optionCatalog[option].default ?? []) as string[]).map(nameKey));
  return (options[option] ?? []).filter((name) => name !== '-' && !usual.has(nameKey(name)));
}

async function notesOf(engine: Sql, { option, column, says, there }: NameOption, named: readonly string[]) {
  const rows = await engine.query(namesOfFiles({ column, condition: 'true' }));
  const names = rows.map(({ shown }) => String(shown));
  const keys = new Set(rows.map((row) => String(row['known_key'])));
  const isThere = (name: string): boolean =>
    option === 'nobody' ? names.some((one) => meansNobody(name, one)) : keys.has(nameKey(name));
  const shown = listed(
    names.map((name) => `"${name}"`),
    mostNames,
  );
  return named
    .filter((name) => !isThere(name))
    .map((name) => {
      const known = shown === '' ? 'There are none.' : `${there}: ${shown}.`;
      return `${mention(option)}: ${says(`"${name}"`)}.${didYouMean(name, names)} ${known}`;
    });
}

/** As the shared SQL compares them: without signs that say nothing in a name. */
function meansNobody(named: string, name: string): boolean {
  const keys = (text: string): string[] => nobodyKeys([text]).split('|').filter(Boolean);
  return keys(name).some((key) => keys(named).includes(key));
}
