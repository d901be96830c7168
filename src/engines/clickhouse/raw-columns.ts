import { dateFields, durationFields } from '../../chats/columns.js';
import type { ColumnTypes } from '../engine.js';

const numberFields = [...durationFields, 'csat_score'] as const;

/** The columns of `raw_chats`, and what each holds. */
export const rawColumns: ColumnTypes = {
  source_file: 'integer',
  source_ordinal: 'integer',
  chat_id: 'text',
  user_id: 'text',
  closed_by: 'text',
  closing_reason: 'text',
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
