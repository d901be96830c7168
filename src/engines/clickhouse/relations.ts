import { isGap, tokensOf } from './sql-tokens.js';

/**
 * Names that SELECTs know relations by, each for a SELECT of its own: `select * from` a scratch table, or the relation
 * written out. A statement is given those that it reads as its first `with`; so no name of ours is taken on the server.
 */
export class Relations {
  /** By name a SELECT, or a function that gives what stands after `from`. */
  readonly #relations = new Map<string, string | (() => string)>();

  set(name: string, select: string): void {
    this.#relations.set(name, select);
  }

  /** Names what stands after `from`, such as a call of a table function, found whenever a statement reads it. */
  setPlace(name: string, place: () => string): void {
    this.#relations.set(name, place);
  }

  /** The SELECT behind a name; undefined where there is none. */
  get(name: string): string | undefined {
    const relation = this.#relations.get(name);
    return typeof relation === 'string' ? relation : undefined;
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
    const select = this.get(name);
    if (select === undefined || found.has(name)) return;
    for (const other of readBy(select)) this.#collect(other, found);
    found.set(name, this.#withPlaces(select));
  }

  /** A SELECT with what stands for the relations that it reads in their places. */
  #withPlaces(select: string): string {
    const tokens = tokensOf(select);
    for (const { name, at, isNamed } of readsOf(tokens)) {
      const place = this.#relations.get(name);
      if (typeof place === 'function') tokens[at] = `${place()}${isNamed ? '' : ` as ${name}`}`;
    }
    return tokens.join('');
  }
}

/** The relations that a SELECT names after `from` or `join`, but for those that its own `with` defines. */
export function readBy(select: string): string[] {
  return [...new Set(readsOf(tokensOf(select)).map(({ name }) => name))];
}

/** Where a SELECT names a relation: at which of its pieces, and whether it gives it another name. */
interface Read {
  name: string;
  at: number;
  isNamed: boolean;
}

function readsOf(tokens: readonly string[]): Read[] {
  const places = tokens.flatMap((piece, at) => (isGap(piece) ? [] : [at]));
  const words = places.map((at) => tokens[at] ?? '');
  const isAs = (index: number): boolean => words[index]?.toLowerCase() === 'as';
  const own = new Set(words.filter((_, index) => isAs(index + 1) && words[index + 2] === '('));
  return places.flatMap((at, index) => {
    const name = words[index] ?? '';
    const isRead = /^(from|join)$/i.test(words[index - 1] ?? '') && words[index + 1] !== '.';
    return isRead && /^\w+$/.test(name) && !own.has(name) ? [{ name, at, isNamed: isAs(index + 1) }] : [];
  });
}
