import { PictureChart } from '../charts/picture-chart.js';
import { remarks, type Picture } from '../pictures/picture.js';

interface PictureCardProps {
  picture: Picture;
  /** Where the numbers are as a table. */
  table: string;
}

/** Widths of the drawing on wide and on narrow screens. */
const widths = [560, 350] as const;

/** A picture with its title, drawn twice: the one that fits the screen is shown. */
export function PictureCard({ picture, table }: PictureCardProps) {
  const { title, sentence, marks } = picture;
  const [wide, narrow] = widths;
  return (
    <figure class="card">
      <figcaption>
        <h3>{title}</h3>
        <p class="say">{sentence}</p>
      </figcaption>
      {marks.length > 0 && (
        <>
          {' '}
          <div class="wide">
            <PictureChart picture={picture} width={wide} />
          </div>
          <div class="narrow">
            <PictureChart picture={picture} width={narrow} />
          </div>
          <p class="after">
            {remarks(picture)}{' '}
            <a href={`#${table}`} aria-label={`${title}: the numbers as a table`}>
              Numbers as a table
            </a>
          </p>
        </>
      )}
    </figure>
  );
}
