import { dateFields, numberFields, wordFields } from '../../chats/columns.js';
import type { ColumnTypes } from '../engine.js';

/** The columns of `raw_chats`, and what each holds. */
export const rawColumns: ColumnTypes = {
  source_file: 'integer',
  source_ordinal: 'integer',
  ...Object.fromEntries(wordFields.map((field) => [field, 'text'])),
  is_chat: 'boolean',
  ...Object.fromEntries(
    dateFields.flatMap((field) => [
      [field, 'timestamp'],
      [`${field}_text`, 'text'],
    ]),
  ),
  ...Object.fromEntries(
    numberFields.flatMap((field) => [
      [field, 'float'],
      [`${field}_text`, 'text'],
    ]),
  ),
};
