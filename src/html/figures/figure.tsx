import type { ComponentChildren, VNode } from 'preact';

interface FigureProps {
  title: string;
  /** One sentence with the main numbers. */
  say: string;
  /** Draws the picture for a width. */
  draw: (width: number) => VNode;
  /** Widths of the drawing on wide and on narrow screens. */
  widths?: readonly [wide: number, narrow: number];
  /** Where the numbers are as a table. */
  table: string;
  /** Nothing to draw: the sentence says so. */
  isEmpty?: boolean;
  children?: ComponentChildren;
}

/** A picture with its title, drawn twice: the one that fits the screen is shown. */
export function Figure({ title, say, draw, widths = [560, 350], table, isEmpty, children }: FigureProps) {
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
            {children}{' '}
            <a href={`#${table}`} aria-label={`${title}: the numbers as a table`}>
              Numbers as a table
            </a>
          </p>
        </>
      )}
    </figure>
  );
}
