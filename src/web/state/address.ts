import { optionCatalog, optionNames, type OptionName } from '../../options/catalog.js';
import { kebab, looseName } from '../../options/names.js';
import { settingNames, type Filters, type Settings } from './settings.js';

/** What the page shows: the report, or how the columns of its files are read. */
export type View = 'report' | 'columns';

/** All that stands in the address: choices, never data. */
export interface Address {
  settings: Settings;
  filters: Filters;
  view: View;
}

const byLooseName = new Map(optionNames.map((name) => [looseName(name), name]));
const filterKey = (name: string): string => `only-${kebab(name)}`;

/** The address as the text after `#`; empty where every choice is the default. */
export function addressText({ settings, filters, view }: Address): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(settings)) {
    parameters.append(kebab(name), typeof value === 'string' ? value : JSON.stringify(value));
  }
  const { period, ...lists } = filters;
  if (period) parameters.append(filterKey('period'), `${period.from}..${period.to}..${period.label}`);
  for (const [name, list] of Object.entries(lists) as [string, readonly unknown[] | undefined][]) {
    for (const value of list ?? []) parameters.append(filterKey(name), String(value));
  }
  if (view !== 'report') parameters.append('view', view);
  return parameters.toString();
}

/** The choices of an address; what is not known or not allowed in it is passed over. */
export function addressOf(text: string): Address {
  const parameters = new URLSearchParams(text.replace(/^#/, ''));
  const settings = [...parameters].flatMap(([key, value]): [OptionName, unknown][] => {
    const name = byLooseName.get(looseName(key));
    return name && settingNames.includes(name) ? [[name, settingValue(value)]] : [];
  });
  return {
    settings: Object.fromEntries(settings.filter(([name, value]) => isAllowed(name, value))),
    filters: filtersOf(parameters),
    view: parameters.get('view') === 'columns' ? 'columns' : 'report',
  };
}

/** Lists and objects are written as JSON, all else as it is. */
function settingValue(text: string): unknown {
  if (!/^[[{\d]/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

function isAllowed(name: OptionName, value: unknown): boolean {
  try {
    optionCatalog[name].parse(value, name);
    return true;
  } catch {
    return false;
  }
}

function filtersOf(parameters: URLSearchParams): Filters {
  const list = (name: OptionName): string[] | undefined => {
    const values = parameters.getAll(filterKey(name));
    return values.length > 0 && isAllowed(name, values) ? values : undefined;
  };
  const all: Filters = {
    period: periodOf(parameters.get(filterKey('period'))),
    halfHour: list('halfHour'),
    weekday: list('weekday')?.map(Number).filter(Boolean),
    agent: list('agent'),
    closingReason: list('closingReason'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function periodOf(text: string | null): Filters['period'] {
  const [from, to, ...label] = (text ?? '').split('..');
  if (!from || !to || !isAllowed('from', from) || !isAllowed('to', to)) return undefined;
  return { from, to, label: label.join('..') || `${from} - ${to}` };
}
