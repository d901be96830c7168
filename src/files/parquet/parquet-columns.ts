import type { FileMetaData, SchemaElement } from 'hyparquet';

/** How a column's values, as they are stored, become text. */
export interface ParquetColumn {
  heading: string;
  /** The column's name, then those of the fields in it. */
  path: string[];
  kind: 'plain' | 'decimal' | 'interval' | 'time' | 'utc';
  /** Digits behind the point of a decimal. */
  scale: number;
  /** Ticks of a time in a second. */
  ticks: number;
}

/** What the reader would turn into floating-point numbers or objects is read as stored instead. */
const readAsStored = new Set(['DECIMAL', 'INTERVAL', 'JSON', 'BSON', 'TIME_MILLIS', 'TIME_MICROS']);

/**
 * The columns of a Parquet file, one for each field of a group (`statistics.wait`), and its metadata made so that decimals,
 * intervals, times and JSON are read as they are stored.
 */
export function parquetColumns(metadata: FileMetaData): { columns: ParquetColumn[]; metadata: FileMetaData } {
  const { columns } = columnsFrom(metadata.schema, 1, metadata.schema[0]?.num_children ?? 0, []);
  return { columns, metadata: { ...metadata, schema: metadata.schema.map(asStored) } };
}

/** The columns of so many children from an element of the schema on, which lists children behind their parent. */
function columnsFrom(
  schema: readonly SchemaElement[],
  from: number,
  count: number,
  above: readonly string[],
) {
  const columns: ParquetColumn[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    const element = schema[at];
    if (!element) break;
    const path = [...above, element.name];
    const inner = columnsFrom(schema, at + 1, element.num_children ?? 0, path);
    columns.push(...(isGroup(element) ? inner.columns : [columnOf(element, path)]));
    at = inner.next;
  }
  return { columns, next: at };
}

/** Lists, maps and repeated fields stay one column. */
function isGroup({ num_children, converted_type, logical_type, repetition_type }: SchemaElement): boolean {
  return (num_children ?? 0) > 0 && !converted_type && !logical_type && repetition_type !== 'REPEATED';
}

function columnOf(element: SchemaElement, path: string[]): ParquetColumn {
  return {
    heading: path.join('.'),
    path,
    kind: columnKind(element),
    scale: element.scale ?? 0,
    ticks: ticksOf(element),
  };
}

function columnKind({
  converted_type: converted,
  logical_type: logical,
}: SchemaElement): ParquetColumn['kind'] {
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return 'decimal';
  if (converted === 'INTERVAL') return 'interval';
  if (logical?.type === 'TIME' || converted?.startsWith('TIME_')) return 'time';
  if (logical?.type === 'TIMESTAMP') return logical.isAdjustedToUTC ? 'utc' : 'plain';
  return converted?.startsWith('TIMESTAMP_') ? 'utc' : 'plain';
}

function ticksOf({ converted_type: converted, logical_type: logical }: SchemaElement): number {
  const unit = logical?.type === 'TIME' ? logical.unit : converted === 'TIME_MILLIS' ? 'MILLIS' : 'MICROS';
  return { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 }[unit];
}

function asStored(element: SchemaElement): SchemaElement {
  const { converted_type, logical_type } = element;
  const isKept = !readAsStored.has(converted_type ?? '') && !readAsStored.has(logical_type?.type ?? '');
  return isKept ? element : { ...element, converted_type: undefined, logical_type: undefined };
}
