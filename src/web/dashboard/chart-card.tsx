import { useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { remarks } from '../../pictures/picture.js';
import { filterInWords, rangeInWords } from '../../presentation/report-in-words.js';
import type { Report } from '../../report/report.js';
import { ChartTools } from './chart-tools.js';
import { Plot, type PlotProps } from './plot.js';

interface ChartCardProps extends Omit<PlotProps, 'chosen'> {
  chosen?: PlotProps['chosen'];
  /** The report that it is drawn from. */
  report: Report;
  /** Its numbers as a table of text, for the clipboard. */
  copy: () => string;
  /** Its numbers as a table. */
  numbers: () => ComponentChildren;
  /** Stands beside the title. */
  control?: ComponentChildren;
}

const none: ReadonlySet<string> = new Set();

const ofWhichChats = (report: Report): string =>
  [rangeInWords(report), filterInWords(report)].filter(Boolean).join('; ');

/** A chart with its title and sentence, an answer to pointer and keyboard, its numbers, and what can be taken away of it. */
export function ChartCard({
  report,
  picture,
  chosen = none,
  onPick,
  copy,
  numbers,
  control,
}: ChartCardProps) {
  const { title, sentence, marks } = picture;
  const figure = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <figure class="card chart-card" ref={figure}>
      <figcaption>
        <div class="card-head">
          <h3>{title}</h3>
          {control}
        </div>
        <p class="say">{sentence}</p>
      </figcaption>
      {marks.length > 0 && (
        <>
          <Plot picture={picture} chosen={chosen} {...(onPick ? { onPick } : {})} />
          {remarks(picture) && <p class="after">{remarks(picture)}</p>}
          <div class="card-foot">
            <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
              <summary aria-label={`Numbers: ${title}`}>Numbers</summary>
              {isOpen && numbers()}
            </details>
            <ChartTools
              title={title}
              of={ofWhichChats(report)}
              copy={copy}
              chart={() => figure.current?.querySelector<SVGSVGElement>('svg.chart') ?? null}
            />
          </div>
        </>
      )}
    </figure>
  );
}
