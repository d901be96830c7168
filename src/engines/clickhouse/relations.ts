import { isGap, tokensOf } from './sql-tokens.js';

/**
 * Names that SELECTs know relations by, each for a SELECT of its own: `select * from` a scratch table, or the relation
 * written out. A statement is given those that it reads as its first `with`; so no name of ours is taken on the server.
 */
export class Relations {
  readonly #selects = new Map<string, string>();

  set(name: string, select: string): void {
    this.#selects.set(name, select);
  }

  get(name: string): string | undefined {
    return this.#selects.get(name);
  }

  /** A SELECT that finds the relations that it reads. */
  resolved(select: string): string {
    const found = new Map<string, string>();
    for (const name of this.#readBy(select)) this.#collect(name, found);
    if (found.size === 0) return select;
    const ours = [...found].map(([name, body]) => `${name} as (\n${body}\n)`).join(',\n');
    const tokens = tokensOf(select);
    const start = tokens.findIndex((piece) => !isGap(piece));
    const rest = tokens.slice(start + 1).join('');
    return tokens[start]?.toLowerCase() === 'with'
      ? `with ${ours},${rest}`
      : `with ${ours}\n${tokens.slice(start).join('')}`;
  }

  /** Relations come after those that they read. */
  #collect(name: string, found: Map<string, string>): void {
    const select = this.#selects.get(name);
    if (select === undefined || found.has(name)) return;
    for (const other of this.#readBy(select)) this.#collect(other, found);
    found.set(name, select);
  }

  /** The relations that a SELECT names after `from` or `join`, but for those that its own `with` defines. */
  #readBy(select: string): string[] {
    const words = tokensOf(select).filter((piece) => !isGap(piece));
    const own = new Set(words.filter((_, at) => /^as$/i.test(words[at + 1] ?? '') && words[at + 2] === '('));
    const isRead = (at: number): boolean =>
      /^(from|join)$/i.test(words[at - 1] ?? '') && words[at + 1] !== '.';
    return words.filter((word, at) => isRead(at) && this.#selects.has(word) && !own.has(word));
  }
}
