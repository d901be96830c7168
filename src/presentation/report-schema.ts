import { catalog, tableIds, type TableId } from '../metrics/catalog.js';
import type { Unit } from '../metrics/metric.js';
import { generator } from './report-json.js';

type Schema = Readonly<Record<string, unknown>>;

const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
const list = (items: Schema): Schema => ({ type: 'array', items });
const text = { type: 'string' };
const rows = { type: 'integer', minimum: 0 };
const orNull = (type: string): Schema => ({ type: [type, 'null'] });
const day = { type: 'string', pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' };

const texts: readonly Unit[] = ['text', 'date', 'datetime', 'half_hour'];

function columnType(unit: Unit): string {
  if (unit === 'boolean') return 'boolean';
  return texts.includes(unit) ? 'string' : 'number';
}

function tableSchema(id: TableId): Schema {
  const columns = catalog[id].columns.map((column): [string, Schema] => [
    column.id,
    { ...orNull(columnType(column.unit)), description: column.meaning },
  ]);
  return { ...list(object(Object.fromEntries(columns))), description: catalog[id].grain };
}

/** The JSON Schema of a report in JSON. Keys may be added in one version of the schema, and none is taken away. */
export function reportSchema(version: number): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Report of Chat Metrics',
    ...object({
      generator: { const: generator },
      version: text,
      schema_version: { const: version },
      options: { type: 'object' },
      source: object({
        files: list(
          object({ name: text, rows_read: rows, profile: text, columns: list({ type: 'object' }) }),
        ),
        missing_fields: list(text),
        range_from: day,
        range_to: day,
        days: { type: 'number' },
        days_left_out: list(text),
        first_chat_at: orNull('string'),
        last_chat_at: orNull('string'),
        timezone: orNull('string'),
        timezone_rules: orNull('string'),
        engine: text,
      }),
      tables: object(Object.fromEntries(tableIds.map((id) => [id, tableSchema(id)]))),
      days: list(object({ day: text, is_business_hours: orNull('boolean'), chats: rows })),
      comparison: orNull('object'),
      findings: list(
        object({
          id: text,
          title: text,
          text,
          n: rows,
          figures: { type: 'object' },
          link: { type: 'object' },
        }),
      ),
      signals: object({
        agents: list(object({ metric: text, agent: text, n: rows, verdict: text })),
        series_note: orNull('string'),
        series: list(object({ metric: text, start: text, value: orNull('number'), signals: text })),
      }),
      data_quality: object({
        rows_read: rows,
        rows_used: rows,
        rows_rejected: rows,
        rows_duplicate: rows,
        rows_out_of_range: rows,
        rows_filtered_out: rows,
        rejected_by_reason: list(object({ reason: text, rows })),
        rejected_examples: list(object({ file: text, line: rows, reason: text, text })),
        warnings: list(object({ kind: text, message: text, rows, examples: { type: 'array' } })),
        notes: list(text),
      }),
    }),
  };
}
