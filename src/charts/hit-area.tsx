import { tidy } from './chart-svg.js';
import { outline, type Marking } from './marking.js';

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface HitAreasProps {
  marking: Marking | undefined;
  count: number;
  place: (index: number) => Place;
}

/** The places of marks that answer to the pointer, larger than what is drawn; they carry the outline. Nothing without a marking. */
export function HitAreas({ marking, count, place }: HitAreasProps) {
  if (!marking) return null;
  return (
    <g fill="transparent">
      {Array.from({ length: count }, (_, index) => {
        const { x, y, width, height } = place(index);
        return (
          <rect
            key={index}
            data-mark={index}
            x={tidy(x)}
            y={tidy(y)}
            width={tidy(Math.max(0, width))}
            height={tidy(Math.max(0, height))}
            rx="3"
            {...outline(marking, index)}
          />
        );
      })}
    </g>
  );
}

interface HitColumnsProps extends Pick<HitAreasProps, 'marking' | 'count'> {
  center: (index: number) => number;
  step: number;
  top: number;
  bottom: number;
}

/** Whole columns of a chart as places of its marks. */
export function HitColumns({ center, step, top, bottom, ...of }: HitColumnsProps) {
  const place = (index: number) => ({
    x: center(index) - step / 2,
    y: top,
    width: step,
    height: bottom - top,
  });
  return <HitAreas {...of} place={place} />;
}
