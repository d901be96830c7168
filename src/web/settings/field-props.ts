import type { Field } from './fields.js';

export interface FieldProps {
  field: Field;
  /** What is typed in, or in use. */
  text: string;
  problem: string | undefined;
  onType: (text: string, isFinal?: boolean) => void;
  onLeave: () => void;
}

export const fieldId = ({ name }: Field) => `setting-${name}`;

/** What every control of a setting says of itself. */
export function controlAttributes({ field, problem }: FieldProps) {
  const id = fieldId(field);
  return {
    id,
    'aria-describedby': `${problem ? `${id}-problem ` : ''}${id}-help`,
    ...(problem ? { 'aria-invalid': true as const } : {}),
  };
}
