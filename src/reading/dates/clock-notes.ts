import type { DateField } from '../../chats/columns.js';
import { clean } from '../../files/text.js';
import { dateFieldsOf, type FilePlan } from '../plan.js';
import type { DateEvidence } from './evidence.js';
import { isDay } from './joined-text.js';
import type { DateLayout } from './layout.js';

/** What to say of columns in which some dates have a time of day and others have none. */
export function clockNotes(plan: FilePlan, { read }: DateEvidence): string[] {
  return dateFieldsOf(plan).flatMap((field) => {
    const own = read.filter((one) => one.field === field);
    const days = own.filter(({ layout }) => !hasClock(plan.layouts[layout]));
    const [count, all] = [days, own].map((some) => some.reduce((sum, { values }) => sum + values, 0));
    if (!count || !all || count === all) return [];
    return [sentence(plan, field, count, all)];
  });
}

function hasClock(layout: DateLayout | undefined): boolean {
  return layout === undefined || /%[HI]|unix|serial/.test(layout.template);
}

function sentence({ file, match, sample }: FilePlan, field: DateField, count: number, all: number): string {
  const at = match.columns.findIndex((column) => column.field === field);
  const example = sample.flatMap((row) => clean(row[at] ?? '') ?? []).find(isDay);
  const such = example === undefined ? '' : `, such as ${example}`;
  return `${file.name}: in column "${match.columns[at]?.heading ?? field}" (${field}) ${count.toLocaleString('en')} of ${all.toLocaleString('en')} dates have no time of day${such}: they are read as midnight, and half hours, business hours and durations of these chats are not to be believed.`;
}
