import { useRef, useState } from 'preact/hooks';
import type { TargetedEvent } from 'preact';
import { PictureChart } from '../../charts/picture-chart.js';
import { marksInRow, type Picture } from '../../pictures/picture.js';
import { markAfter } from './mark-keys.js';
import { useWidth } from './use-width.js';

export interface PlotProps {
  picture: Picture;
  /** The keys of the marks that are chosen. */
  chosen: ReadonlySet<string>;
  /** Given where its marks can be filtered by. */
  onPick?: (key: string, isAdded: boolean) => void;
}

const firstWidth = 560;
const narrowest = 240;

/** The drawing of a picture: pointer or arrow keys say the exact numbers of a mark, a click or Enter picks it. */
export function Plot({ picture, chosen, onPick }: PlotProps) {
  const { title, marks } = picture;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, firstWidth);
  const [at, setAt] = useState<number | null>(null);
  const active = at !== null && at < marks.length ? at : null;
  const pick = (index: number | null, event: MouseEvent | KeyboardEvent) => {
    const key = index === null ? null : marks[index]?.key;
    if (typeof key === 'string') onPick?.(key, event.ctrlKey || event.metaKey || event.shiftKey);
  };
  return (
    <>
      <div
        ref={place}
        class={onPick ? 'plot pickable' : 'plot'}
        role="application"
        aria-roledescription="chart"
        aria-label={`${title}. ${howTo(picture, onPick !== undefined)}`}
        tabIndex={0}
        onPointerMove={(event) => setAt(markUnder(event))}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
        onClick={(event) => pick(markUnder(event), event)}
        onKeyDown={(event) => {
          const next = markAfter(event.key, active, { count: marks.length, inRow: marksInRow(picture) });
          const isPick = event.key === 'Enter' || event.key === ' ';
          if (next === undefined && !isPick) return;
          event.preventDefault();
          if (isPick) pick(active, event);
          else setAt(next ?? null);
        }}
      >
        <PictureChart
          picture={picture}
          width={Math.max(width, narrowest)}
          marking={{ active, chosen: chosenMarks(picture, chosen) }}
        />
      </div>
      <p class="readout" aria-live="polite">
        {(active === null ? null : marks[active]?.text) ?? hint(chosen, onPick !== undefined)}
      </p>
    </>
  );
}

function markUnder(event: TargetedEvent<HTMLElement, MouseEvent>): number | null {
  const mark = event.target instanceof Element ? event.target.closest('[data-mark]') : null;
  return mark ? Number(mark.getAttribute('data-mark')) : null;
}

function chosenMarks({ marks }: Picture, chosen: ReadonlySet<string>): ReadonlySet<number> {
  return new Set(marks.flatMap(({ key }, index) => (key !== null && chosen.has(key) ? [index] : [])));
}

function howTo(picture: Picture, isPickable: boolean): string {
  const keys = marksInRow(picture) ? 'The four arrow keys move' : 'Arrow keys move';
  return `${keys} between its figures${isPickable ? '; Enter shows only the chats of one' : ''}.`;
}

function hint(chosen: ReadonlySet<string>, isPickable: boolean) {
  const text =
    chosen.size > 0
      ? 'The report is of what is outlined here. Pick it again to see all.'
      : 'Point or use arrow keys for exact numbers; pick to filter.';
  return <span class="hint">{isPickable ? text : 'Point or use arrow keys for exact numbers.'}</span>;
}
