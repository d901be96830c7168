import type { OptionName } from '../../options/catalog.js';
import { weekdays } from '../../options/business-hours.js';
import type { Settings } from '../state/settings.js';

/** How a setting is typed in. */
export type FieldKind = 'choice' | 'text' | 'day' | 'number' | 'hours' | 'compare' | 'zone';

export interface Field {
  name: OptionName;
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
      { name: 'period', kind: 'choice', choices: ['day', 'week', 'month'] },
      { name: 'weekStart', kind: 'choice', choices: weekdays },
      { name: 'from', kind: 'day' },
      { name: 'to', kind: 'day' },
      { name: 'compare', kind: 'compare' },
    ],
  },
  {
    legend: 'Business hours',
    fields: [
      { name: 'businessHours', kind: 'hours' },
      { name: 'holidays', kind: 'text', whenEmpty: '2026-12-25, 2026-12-26' },
    ],
  },
  {
    legend: 'Times',
    fields: [
      { name: 'sourceTimezone', kind: 'zone', whenEmpty: 'as written' },
      { name: 'timezone', kind: 'zone', whenEmpty: 'that of the file' },
    ],
  },
  {
    legend: 'Bots and closing',
    fields: [
      { name: 'bots', kind: 'text' },
      { name: 'nobody', kind: 'text', whenEmpty: 'Unassigned, No agent ...' },
      { name: 'openStatus', kind: 'text', whenEmpty: 'open, pending ...' },
      { name: 'timeoutReasons', kind: 'text' },
    ],
  },
  {
    legend: 'Measures',
    fields: [
      { name: 'csatScale', kind: 'text' },
      { name: 'csatSatisfied', kind: 'number' },
      { name: 'responseTarget', kind: 'text' },
      { name: 'shiftGap', kind: 'text' },
      { name: 'edgeDays', kind: 'choice', choices: ['auto', 'keep'] },
      { name: 'smallN', kind: 'number' },
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
