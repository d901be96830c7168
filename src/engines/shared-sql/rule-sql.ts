import type { ChatField } from '../../chats/columns.js';
import type { ConditionName } from '../../reading/condition-names.js';
import type { ReadingRules } from '../../reading/rules.js';
import { isAscii, nameKey } from '../../options/names.js';
import { literal } from './sql-text.js';

/** A cell, or null where it means "missing" for its field. */
export function presentSql(name: ChatField | ConditionName, { missing }: ReadingRules): string {
  const more = name in missing ? (missing[name as ChatField] ?? []) : [];
  return more.length === 0
    ? `present(${name})`
    : `present(case when ${isOneOf(name, more)} then null else ${name} end)`;
}

/** Who closed a chat: nobody while it is open, a bot where the file says so, the last of several names. */
export function closerSql({ closerSeparator, closerWhenMissing, conditions }: ReadingRules): string {
  const last =
    closerSeparator === null
      ? 'closed_by'
      : `present(trimmed(list_last(string_split(closed_by, ${literal(closerSeparator)}))))`;
  const named = closerWhenMissing === null ? last : `coalesce(${last}, ${literal(closerWhenMissing)})`;
  const byBot = conditions.bot_when
    ? `case when ${isOneOf('bot_when', conditions.bot_when)} then 'Bot' else ${named} end`
    : named;
  const unlessOpen = conditions.open_when
    ? `case when ${isOneOf('open_when', conditions.open_when)} then null else ${byBot} end`
    : byBot;
  return conditions.closed_when
    ? `case when ${isOneOf('closed_when', conditions.closed_when)} then ${unlessOpen} end`
    : unlessOpen;
}

/** The user: e-mail addresses in small letters, because they are one in any case. */
export function userSql({ hasEmails = false }: ReadingRules): string {
  return hasEmails ? `case when user_id like '%_@_%' then lower(user_id) else user_id end` : 'user_id';
}

/** False for a row that the file itself says is something else. */
export function isChatSql({ conditions }: ReadingRules): string {
  return conditions.chat_when ? `coalesce(${isOneOf('chat_when', conditions.chat_when)}, false)` : 'true';
}

/** A rating as a number: a word that the platform writes, or the number in a text, which a function of SQL reads. */
export function ratingSql(
  field: ChatField,
  { ratings }: ReadingRules,
  reader = 'plain_number',
  text: string = field,
): string {
  const words = Object.keys(ratings);
  const cases = Object.entries(ratings).map(
    ([word, value]) => `when ${literal(nameKey(word))} then ${String(value)}`,
  );
  return words.length === 0
    ? `${reader}(${text})`
    : `case ${keySql(field, words)} ${cases.join(' ')} else ${reader}(${text}) end`;
}

function isOneOf(column: string, values: readonly string[]): string {
  return `${keySql(column, values)} in (${values.map((value) => literal(nameKey(value))).join(', ')})`;
}

/** Whether the SQL of the rules calls `name_key`. */
export function needsNameKey({ ratings, missing, conditions }: ReadingRules): boolean {
  const words = [Object.keys(ratings), ...Object.values(missing), ...Object.values(conditions)].flat();
  return !words.every(isAscii);
}

/** What a column is compared by with words of a profile: folding is dear where every row is asked, and ASCII needs none. */
function keySql(column: string, words: readonly string[]): string {
  return words.every(isAscii) ? `lower(${column})` : `name_key(${column})`;
}
