import { wrongUse } from '../../errors.js';

/** What stands after `from`: a table, a view or a table function, checked to be one and no more. */
export interface TableExpression {
  sql: string;
  /** How it is called in reports and messages: without keys and passwords. */
  shown: string;
  /** Texts that a table function is given, all of which may be secret. */
  secrets: string[];
}

const name = String.raw`(?:[A-Za-z_][\w$]*|\`[^\`\\]+\`|"[^"\\]+")`;
const tablePattern = new RegExp(`^${name}(?:\\.${name})?$`);
const callPattern = /^([A-Za-z_]\w*)\s*(\([^]*\))$/;
/** Outside of texts a call holds names, numbers, lists and other calls: no `;`, no comment. */
const outsidePattern = /^[\w\s.,()[\]{}=+*%!<>|/:-]*$/;
const textPattern = /'(?:[^'\\]|\\.|'')*'/g;

/**
 * Reads the value of `--table`: `chats`, `support.chats`, or a table function such as `s3('https://...', 'CSVWithNames')`.
 * @throws UserError for anything else.
 */
export function tableExpression(value: string, option = '--table'): TableExpression {
  const sql = value.trim();
  if (tablePattern.test(sql)) return { sql, shown: sql.replace(/[`"]/g, ''), secrets: [] };
  const call = callPattern.exec(sql);
  const outside = sql.replaceAll(textPattern, '0');
  if (!call?.[1] || !isOneCall(outside)) throw noTable(option);
  const texts = (sql.match(textPattern) ?? []).map((text) => text.slice(1, -1));
  const [place = '', ...others] = texts;
  const parts = [/\/\/([^/@]*)@/.exec(place)?.[1], place.split('?').slice(1).join('?') || undefined];
  const secrets = [...others, ...parts.filter((part) => part !== undefined)];
  return { sql, shown: shownCall(call[1], texts[0]), secrets };
}

/** One pair of parentheses holds all, and nothing in it begins a comment. */
function isOneCall(outside: string): boolean {
  if (!outsidePattern.test(outside) || /--|\/\*/.test(outside)) return false;
  let depth = 0;
  for (const [at, sign] of [...outside].entries()) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0 || (sign === ')' && depth === 0 && at < outside.length - 1)) return false;
  }
  return depth === 0;
}

/** The place that is read, without a name, a password or a signature in it. */
function shownCall(called: string, first: string | undefined): string {
  if (first === undefined) return `${called}(...)`;
  const place = first.replace(/\/\/[^/@]*@/, '//').split('?', 1)[0] ?? '';
  return `${called}(${place})`;
}

function noTable(option: string): Error {
  return wrongUse(
    'bad_table',
    `${option}: this is neither a table nor a call of a table function.`,
    `Write ${option} support.chats, or ${option} "s3('https://bucket.example/chats/*.csv', 'CSVWithNames')"; anything more belongs into a view on the server.`,
  );
}
