/** Texts, quoted names, comments, words and single characters: every piece of a SELECT. */
const token =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`\\]|\\[^])*`|--[^\n]*|\/\*[^]*?\*\/|[A-Za-z_]\w*|\s+|[^]/g;

/** The pieces of a SELECT, in order; together they are its text. */
export function tokensOf(sql: string): string[] {
  return sql.match(token) ?? [];
}

/** True for white space and comments. */
export function isGap(piece: string | undefined): boolean {
  return piece !== undefined && /^(\s|--|\/\*)/.test(piece);
}

/**
 * The arguments of a call whose opening parenthesis stands at `open`, each as its pieces, and the place after its closing one.
 * @returns null where the parentheses do not match.
 */
export function argumentsAt(
  tokens: readonly string[],
  open: number,
): { parts: string[][]; end: number } | null {
  const parts: string[][] = [[]];
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const piece = tokens[at] ?? '';
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (depth === 0) return { parts, end: at + 1 };
    if (piece === ',' && depth === 1) parts.push([]);
    else if (at > open) parts.at(-1)?.push(piece);
  }
  return null;
}
