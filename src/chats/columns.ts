/** The canonical fields of a chat (metrics.md, section 1), in the order of the seed's columns. */
export const chatFields = [
  'chat_id',
  'user_id',
  'closed_by',
  'closing_reason',
  'started_at',
  'ended_at',
  'assigned_at',
  'bot_first_response_seconds',
  'agent_first_response_seconds',
  'csat_score',
] as const;

export type ChatField = (typeof chatFields)[number];

/** Fields without which no report can be made. */
export const neededFields: readonly ChatField[] = ['chat_id', 'closed_by', 'started_at'];

/** Fields that hold a point in time, and fields that hold a duration. */
export const dateFields = ['started_at', 'ended_at', 'assigned_at'] as const satisfies readonly ChatField[];
export const durationFields = [
  'bot_first_response_seconds',
  'agent_first_response_seconds',
] as const satisfies readonly ChatField[];

export type DateField = (typeof dateFields)[number];

/** Fields that hold a number, those that hold a time or a number (what cannot be read is kept as `FIELD_text`), and the others. */
export const numberFields = [...durationFields, 'csat_score'] as const satisfies readonly ChatField[];
export const typedFields: readonly ChatField[] = [...dateFields, ...numberFields];
export const wordFields = chatFields.filter((field) => !typedFields.includes(field));
