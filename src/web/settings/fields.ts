import type { OptionName } from '../../options/catalog.js';
import { weekdays } from '../../options/business-hours.js';
import type { Settings } from '../state/settings.js';

/** How a setting is typed in. */
export type FieldKind = 'choice' | 'text' | 'day' | 'number' | 'hours' | 'compare' | 'zone';

export interface Field {
  name: OptionName;
  label: string;
  kind: FieldKind;
  choices?: readonly string[];
  /** Shown while the field is empty. */
  whenEmpty?: string;
}

export interface FieldGroup {
  legend: string;
  fields: readonly Field[];
}

/** Every setting of the panel; what each means stands in the option catalog. */
export const fieldGroups: readonly FieldGroup[] = [
  {
    legend: 'Periods and range',
    fields: [
      { name: 'period', label: 'Period', kind: 'choice', choices: ['day', 'week', 'month'] },
      { name: 'weekStart', label: 'Week starts on', kind: 'choice', choices: weekdays },
      { name: 'from', label: 'From', kind: 'day' },
      { name: 'to', label: 'To (not included)', kind: 'day' },
      { name: 'compare', label: 'Compare with', kind: 'compare' },
    ],
  },
  {
    legend: 'Business hours',
    fields: [
      { name: 'businessHours', label: 'Business hours', kind: 'hours' },
      { name: 'holidays', label: 'Holidays', kind: 'text', whenEmpty: '2026-12-25, 2026-12-26' },
    ],
  },
  {
    legend: 'Times',
    fields: [
      { name: 'sourceTimezone', label: 'Time zone of the file', kind: 'zone', whenEmpty: 'as written' },
      { name: 'timezone', label: 'Time zone of the report', kind: 'zone', whenEmpty: 'that of the file' },
    ],
  },
  {
    legend: 'Bots and closing',
    fields: [
      { name: 'bots', label: 'Bots', kind: 'text' },
      { name: 'timeoutReasons', label: 'Time-out reasons', kind: 'text' },
    ],
  },
  {
    legend: 'Measures',
    fields: [
      { name: 'csatScale', label: 'CSAT scale', kind: 'text' },
      { name: 'csatSatisfied', label: 'Satisfied from', kind: 'number' },
      { name: 'responseTarget', label: 'Response target', kind: 'text' },
      { name: 'shiftGap', label: 'Shift gap', kind: 'text' },
      { name: 'smallN', label: 'Small n', kind: 'number' },
    ],
  },
];

const names: ReadonlySet<string> = new Set(
  fieldGroups.flatMap(({ fields }) => fields.map(({ name }) => name)),
);

/** Is any setting of the panel not as it is by default? */
export const hasFields = (settings: Settings): boolean =>
  Object.keys(settings).some((name) => names.has(name));

/** The settings with those of the panel as they are by default; how the columns of the file are read stays. */
export function withoutFields(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !names.has(name)));
}
