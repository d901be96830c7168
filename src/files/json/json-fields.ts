import { numberText } from '../cell-text.js';

/** The fields of an object: keys of objects in it joined by `.`, lists of plain values by `;`, other lists as JSON, null as ''. */
export function flatRecord(record: object): Map<string, string> {
  const fields = new Map<string, string>();
  addFields(fields, record, '');
  return fields;
}

function addFields(fields: Map<string, string>, record: object, prefix: string): void {
  for (const [key, value] of Object.entries(record) as [string, unknown][]) {
    if (isRecord(value)) addFields(fields, value, `${prefix}${key}.`);
    else fields.set(prefix + key, fieldText(value));
  }
}

/** A plain value or a list as text. */
export function fieldText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return listText(value);
  return typeof value === 'object' ? jsonText(value) : plainText(value);
}

function listText(values: readonly unknown[]): string {
  const isPlain = values.every((value) => typeof value !== 'object' || value === null);
  return isPlain ? values.map(plainText).filter(Boolean).join(';') : jsonText(values);
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : '';
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
