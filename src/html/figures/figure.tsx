import type { ComponentChildren, VNode } from 'preact';
import type { Marking } from '../../charts/marking.js';

/** What one mark of a picture stands for. */
export interface PictureMark {
  /** The exact figures, in words. */
  text: string;
  /** What it is of, as filters name it; null where it cannot be filtered by. */
  key: string | null;
}

/** A picture of a part of a report, to be drawn in any width. */
export interface Picture {
  title: string;
  /** One sentence with the main numbers. */
  say: string;
  /** Where the numbers are as a table. */
  table: string;
  /** Nothing to draw: the sentence says so. */
  isEmpty?: boolean;
  /** Said below. */
  remark?: ComponentChildren;
  /** In the order in which they are drawn. */
  marks: readonly PictureMark[];
  /** Marks stand in rows of so many; without it they stand in one row. */
  marksInRow?: number;
  draw: (width: number, marking?: Marking) => VNode;
}

/** Widths of the drawing on wide and on narrow screens. */
const widths = [560, 350] as const;

/** A picture with its title, drawn twice: the one that fits the screen is shown. */
export function Figure({ title, say, draw, table, isEmpty, remark }: Picture) {
  const [wide, narrow] = widths;
  return (
    <figure class="card">
      <figcaption>
        <h3>{title}</h3>
        <p class="say">{say}</p>
      </figcaption>
      {!isEmpty && (
        <>
          {' '}
          <div class="wide">{draw(wide)}</div>
          <div class="narrow">{draw(narrow)}</div>
          <p class="after">
            {remark}{' '}
            <a href={`#${table}`} aria-label={`${title}: the numbers as a table`}>
              Numbers as a table
            </a>
          </p>
        </>
      )}
    </figure>
  );
}
