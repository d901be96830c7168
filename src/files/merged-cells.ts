/** Cells that are one from a line down to another, in one column. */
export interface Merge {
  /** From 0. */
  column: number;
  /** As lines of the sheet, from 1. */
  from: number;
  to: number;
}

/** The cells of one row that are not empty. */
interface Row {
  line: number;
  columns: number[];
  texts: string[];
}

/**
 * Fills cells that are merged downwards from the first one of each. Rows are given in their order; a row that holds nothing
 * of its own is not given, and so does not come to be.
 */
export class MergedCells {
  readonly #byLine = new Map<number, Merge[]>();
  readonly #open = new Map<number, { to: number; text: string }>();
  readonly #counts = new Map<number, number>();

  constructor(merges: readonly Merge[]) {
    for (const merge of merges) {
      const others = this.#byLine.get(merge.from);
      if (others) others.push(merge);
      else this.#byLine.set(merge.from, [merge]);
    }
  }

  filled<Given extends Row>(row: Given): Given {
    const begun = this.#byLine.get(row.line) ?? [];
    if (begun.length === 0 && this.#open.size === 0) return row;
    const places = new Map(row.columns.map((column, at) => [column, at]));
    for (const { column, to } of begun) {
      const at = places.get(column);
      if (at !== undefined) this.#open.set(column, { to, text: row.texts[at] ?? '' });
    }
    if (this.#open.size === 0) return row;
    const more = [...this.#open].filter(([column, { to }]) => row.line <= to && !places.has(column));
    for (const [column, { to }] of this.#open) if (row.line >= to) this.#open.delete(column);
    if (more.length === 0) return row;
    for (const [column] of more) this.#counts.set(column, (this.#counts.get(column) ?? 0) + 1);
    const columns = [...row.columns, ...more.map(([column]) => column)];
    return { ...row, columns, texts: [...row.texts, ...more.map(([, { text }]) => text)] };
  }

  /** What to say of the cells that were filled. */
  notes(sheet: string, headings: readonly string[]): string[] {
    const columns = [...this.#counts].sort(([a], [b]) => a - b);
    const cells = columns.reduce((sum, [, count]) => sum + count, 0);
    if (cells === 0) return [];
    const named = columns.map(([column, count]) => {
      return `"${headings[column] ?? ''}" (${count.toLocaleString('en')})`;
    });
    return [
      `On sheet "${sheet}" ${cells === 1 ? '1 cell of a merged range was' : `${cells.toLocaleString('en')} cells of merged ranges were`} filled from the first cell of the range, by column: ${named.join(', ')}.`,
    ];
  }
}
