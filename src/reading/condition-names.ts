/** Columns that hold no field, but decide about a row. */
export const conditionNames = ['chat_when', 'closed_when', 'open_when', 'bot_when'] as const;

export type ConditionName = (typeof conditionNames)[number];
