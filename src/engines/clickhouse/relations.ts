import { isGap, tokensOf } from './sql-tokens.js';

/** What a name stands for. */
interface Relation {
  /** A SELECT of its rows. */
  select: string;
  /** What stands after `from` for it, where the SELECT is not put before a statement. */
  place?: () => string;
}

/**
 * Names that SELECTs know relations by, each for a SELECT of its own: `select * from` a scratch table, or the relation
 * written out. A statement is given those that it reads as its first `with`; so no name of ours is taken on the server.
 */
export class Relations {
  readonly #relations = new Map<string, Relation>();

  set(name: string, select: string): void {
    this.#relations.set(name, { select });
  }

  /** Names what stands after `from`, such as a call of a table function, found whenever a statement reads it. */
  setPlace(name: string, place: () => string): void {
    this.#relations.set(name, { select: '', place });
  }

  /** The SELECT behind a name; undefined where there is none. */
  get(name: string): string | undefined {
    return this.#relations.get(name)?.select;
  }

  has(name: string): boolean {
    return this.#relations.has(name);
  }

  delete(name: string): void {
    this.#relations.delete(name);
  }

  /** A SELECT that finds the relations that it reads. */
  resolved(select: string): string {
    const found = new Map<string, string>();
    for (const name of readBy(select)) this.#collect(name, found);
    const placed = this.#withPlaces(select);
    if (found.size === 0) return placed;
    const ours = [...found].map(([name, body]) => `${name} as (\n${body}\n)`).join(',\n');
    const tokens = tokensOf(placed);
    const start = tokens.findIndex((piece) => !isGap(piece));
    const rest = tokens.slice(start + 1).join('');
    return tokens[start]?.toLowerCase() === 'with'
      ? `with ${ours},${rest}`
      : `with ${ours}\n${tokens.slice(start).join('')}`;
  }

  /** Relations come after those that they read. */
  #collect(name: string, found: Map<string, string>): void {
    const relation = this.#relations.get(name);
    if (!relation || relation.place || found.has(name)) return;
    for (const other of readBy(relation.select)) this.#collect(other, found);
    found.set(name, this.#withPlaces(relation.select));
  }

  /** A SELECT with what stands for the relations that it reads in their places. */
  #withPlaces(select: string): string {
    const placed = readBy(select).filter((name) => this.#relations.get(name)?.place);
    if (placed.length === 0) return select;
    const tokens = tokensOf(select);
    const words = tokens.flatMap((piece, at) => (isGap(piece) ? [] : [at]));
    for (const [index, at] of words.entries()) {
      const name = tokens[at] ?? '';
      if (
        !placed.includes(name) ||
        !isRead(
          words.map((place) => tokens[place] ?? ''),
          index,
        )
      )
        continue;
      const isNamed = tokens[words[index + 1] ?? tokens.length]?.toLowerCase() === 'as';
      tokens[at] = `${this.#relations.get(name)?.place?.() ?? name}${isNamed ? '' : ` as ${name}`}`;
    }
    return tokens.join('');
  }
}

/** The relations that a SELECT names after `from` or `join`, but for those that its own `with` defines. */
export function readBy(select: string): string[] {
  const words = tokensOf(select).filter((piece) => !isGap(piece));
  const own = new Set(words.filter((_, at) => /^as$/i.test(words[at + 1] ?? '') && words[at + 2] === '('));
  const read = words.filter((word, at) => /^\w+$/.test(word) && isRead(words, at) && !own.has(word));
  return [...new Set(read)];
}

function isRead(words: readonly string[], at: number): boolean {
  return /^(from|join)$/i.test(words[at - 1] ?? '') && words[at + 1] !== '.';
}
