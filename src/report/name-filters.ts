import type { Sql } from '../engines/engine.js';
import { wrongUse, type UserError } from '../errors.js';
import { listed } from '../options/listed.js';
import { mention } from '../options/mention.js';
import { didYouMean } from '../options/names.js';
import type { ReportOptions } from '../options/options.js';

/** A filter by names, and where they are known from. */
interface NameFilter {
  option: 'agent' | 'closingReason';
  noun: string;
  /** Whose chats: `of the agent`. */
  chatsOf: string;
  /** The names that are asked for, by place, with their keys. */
  wanted: string;
  /** The keys of the names in the range. */
  inRange: string;
  /** The column of the chats. */
  column: string;
  /** What else must hold of a key. */
  condition: string;
}

const filters: readonly NameFilter[] = [
  {
    option: 'agent',
    noun: 'agent',
    chatsOf: 'of the agent',
    wanted: "select place, name, name_key as wanted_key from chosen_names where list = 'agent'",
    inRange: 'select closer_key from closers where not is_bot and shown is not null',
    column: 'closed_by',
    condition: "known_key not in (select name_key from chosen_names where list = 'bot')",
  },
  {
    option: 'closingReason',
    noun: 'closing reason',
    chatsOf: 'with the closing reason',
    wanted: "select place, name, name_key as wanted_key from chosen_names where list = 'reason'",
    inRange: 'select reason_key from reasons where shown is not null',
    column: 'closing_reason',
    condition: 'true',
  },
];

/**
 * Checks that the files have the agents and reasons that are asked for.
 * @returns one sentence for each that has chats, but none in the range.
 * @throws UserError naming the first that is nowhere in the files.
 */
export async function checkFilters(engine: Sql, options: ReportOptions): Promise<string[]> {
  const notes: string[] = [];
  for (const filter of filters)
    if (options[filter.option].length > 0) notes.push(...(await checkFilter(engine, filter)));
  return notes;
}

async function checkFilter(engine: Sql, filter: NameFilter): Promise<string[]> {
  const { option, chatsOf, wanted, inRange } = filter;
  const absent = await engine.query(
    `select name, wanted_key from (${wanted}) as wanted where wanted_key not in (${inRange}) order by place`,
  );
  if (absent.length === 0) return [];
  const known = new Map(
    (await engine.query(namesOfFiles(filter))).map((row) => [row['known_key'], String(row['shown'])]),
  );
  const unknown = absent.find((row) => !known.has(row['wanted_key'] ?? null));
  if (unknown) throw unknownName(filter, String(unknown['name']), [...known.values()]);
  return absent.map(
    ({ name }) =>
      `${mention(option)}: no chat ${chatsOf} "${String(name)}" starts in the range, though the files have some.`,
  );
}

/** Every name of the files in the spelling that most chats have, in or out of the range. */
export function namesOfFiles({ column, condition }: Pick<NameFilter, 'column' | 'condition'>): string {
  return `with spelled as (
    select ${column} as name, count(*) as chats from kept_chats where ${column} is not null group by ${column}
  ),
  keyed as (
    select name, chats, name_key(name) as known_key from spelled
  ),
  ranked as (
    select known_key, name as shown, row_number() over (partition by known_key order by chats desc, name) as place
    from keyed
  )
  select known_key, shown from ranked where place = 1 and ${condition} order by shown`;
}

function unknownName({ option, noun }: NameFilter, unknown: string, names: readonly string[]): UserError {
  return wrongUse(
    'unknown_name',
    `${mention(option)}: there is no ${noun} "${unknown}".${didYouMean(unknown, names)}`,
    `There are: ${listed(names, 12) || 'none'}.`,
  );
}
