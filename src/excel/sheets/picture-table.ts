import {
  remarks,
  type Bars,
  type Columns,
  type Mark,
  type Picture,
  type PictureUnit,
} from '../../pictures/picture.js';
import type { PictureName } from '../../pictures/pictures.js';
import { shortened } from '../../options/shortened.js';
import type { Kind } from '../styles.js';
import type { CellValue, Table, TableColumn } from '../workbook.js';

/** The numbers that a chart shows, as a table with its caption. */
export interface PictureTable {
  caption: string;
  table: Pick<Table, 'name' | 'columns' | 'rows'>;
}

/** Longer names leave no room for bars. */
const longestName = 48;

const kinds: Record<PictureUnit, Kind> = {
  count: 'count',
  number: 'number',
  rate: 'rate',
  seconds: 'seconds',
  hours: 'duration',
  score: 'score',
};

/** The heading of what stands beside bars: a name and what its figures rest on. */
export const labelHeading = 'Label';

export const tableName = (name: PictureName) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Shown`;

/** A row for each mark of a picture, in its order: its name, its n, its values, and what a chart needs beside them. */
export function pictureTable(name: PictureName, picture: Picture, chart: Bars | Columns): PictureTable {
  const { title, marks } = picture;
  const lines = chart.kind === 'columns' ? chart.lines : [];
  const columns: TableColumn[] = [
    { heading: chart.markName, kind: 'text' },
    { heading: 'n', kind: 'count', note: 'Number of cases behind the figures.' },
    ...chart.series.map(({ name: heading }) => ({ heading, kind: kinds[chart.unit] })),
    ...lines.map(({ name: heading }) => ({ heading, kind: 'rate' as const })),
  ];
  const rows = marks.map((mark): CellValue[] => [
    shortened(mark.name, longestName),
    mark.n,
    ...mark.values.map((value) => (value !== null && chart.unit === 'hours' ? value / 24 : value)),
  ]);
  const last = lastColumn(chart, marks);
  return {
    caption: ['What the chart shows:', `${title}.`, remarks(picture)].join(' ').trim(),
    table: {
      name: tableName(name),
      columns: last ? [...columns, last.column] : columns,
      rows: last ? rows.map((row, index) => [...row, last.values[index] ?? null]) : rows,
    },
  };
}

function lastColumn(
  chart: Bars | Columns,
  marks: readonly Mark[],
): { column: TableColumn; values: readonly CellValue[] } | null {
  if (chart.kind === 'bars')
    return {
      column: { heading: labelHeading, kind: 'text' },
      values: marks.map((mark) => labelOf(mark, chart)),
    };
  if (!chart.shaded) return null;
  return { column: { heading: chart.shaded.name, kind: 'rate' }, values: chart.shaded.shares };
}

/** Bars of one part have their figure at their end. */
function labelOf({ name, label = '', note = '' }: Mark, { series }: Bars): string {
  const said = [series.length > 1 ? label : '', note].filter(Boolean).join(', ');
  return `${shortened(name, longestName)} (${said})`;
}
