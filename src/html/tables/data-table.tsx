import type { ComponentChildren } from 'preact';

export interface Column {
  heading: string;
  /** What it means. */
  meaning?: string;
  /** Stands on the left. */
  isText?: boolean;
  /** Never broken into lines. */
  isShort?: boolean;
}

export interface Cell {
  content: ComponentChildren;
  /** Rests on few chats: grey and italic. */
  isFew?: boolean;
  /** Length of the bar behind a volume, 0 to 1. */
  size?: number;
}

export interface DataRow {
  /** The first cell, which names the row. */
  head: ComponentChildren;
  cells: readonly Cell[];
  isOverall?: boolean;
}

export interface DataTableProps {
  id?: string;
  caption: string;
  /** The first is that of the names. */
  columns: readonly Column[];
  /** At most `mostRows` of them are shown. */
  rows: readonly DataRow[];
  /** How many rows there are, where `rows` holds the first only. */
  total?: number;
  /** Said in place of a table without rows. */
  whenEmpty: string;
  /** Where all rows are that one file does not hold. */
  allRowsIn?: string;
}

/** No table shows more rows than this: a file for e-mail stays small whatever the number of agents. */
export const mostRows = 500;
const foldedFrom = 61;
const printedUpTo = 100;
/** Tables shorter than this are not broken between pages. */
const keptWhole = 16;

/** A table whose first column names the rows. Long ones are folded, very long ones cut, and both are said. */
export function DataTable(props: DataTableProps) {
  const {
    id,
    caption,
    rows,
    total = rows.length,
    whenEmpty,
    allRowsIn = 'the Excel workbook and the CSV files',
  } = props;
  if (rows.length === 0)
    return <p class="say" {...(id ? { id } : {})}>{`${caption}: ${inSentence(whenEmpty)}`}</p>;
  const shown = Math.min(rows.length, mostRows);
  const table = <Scrolled {...props} rows={rows.slice(0, mostRows)} />;
  return (
    <div>
      {rows.length < foldedFrom ? (
        table
      ) : (
        <details class={shown <= printedUpTo ? 'printed' : ''}>
          <summary>{`${caption}: show ${shown.toLocaleString('en-US')} rows`}</summary>
          {table}
        </details>
      )}
      {shown < total && (
        <p class="after">
          {`The first ${String(shown)} of ${total.toLocaleString('en-US')} rows; all of them are in ${allRowsIn}.`}
        </p>
      )}
    </div>
  );
}

const inSentence = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function Scrolled({ id, caption, columns, rows }: DataTableProps) {
  const classes = rows.length < keptWhole ? 'scroll whole' : 'scroll';
  return (
    <section {...(id ? { id } : {})} class={classes} aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <Heading key={index} {...column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Line key={index} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heading({ heading, meaning, isText }: Column) {
  return (
    <th scope="col" {...(isText ? { class: 'text' } : {})} {...(meaning ? { title: meaning } : {})}>
      {heading}
    </th>
  );
}

function Line({ row, columns }: { row: DataRow; columns: readonly Column[] }) {
  return (
    <tr {...(row.isOverall ? { class: 'overall' } : {})}>
      <th scope="row" {...(columns[0]?.isShort ? { class: 'short' } : {})}>
        {row.head}
      </th>
      {row.cells.map((cell, index) => (
        <Field key={index} {...cell} column={columns[index + 1]} />
      ))}
    </tr>
  );
}

function Field({ content, isFew, size, column }: Cell & { column: Column | undefined }) {
  const classes = [
    column?.isText && 'text',
    column?.isShort && 'short',
    isFew && 'few',
    size !== undefined && 'sized',
  ];
  const names = classes.filter(Boolean).join(' ');
  return (
    <td
      {...(names ? { class: names } : {})}
      {...(size === undefined ? {} : { style: `--size:${String(Math.round(size * 100))}%` })}
    >
      {content}
    </td>
  );
}
