import { UserError } from '../../errors.js';
import { optionCatalog, optionNames, type OptionName } from '../../options/catalog.js';
import { parseOptions, type ReportOptionsSpec } from '../../options/options.js';
import { settingLabels } from './setting-words.js';

/** The choices of the user in the words of the option catalog; only what differs from the defaults is there. */
export type Settings = Readonly<Partial<Record<OptionName, unknown>>>;

/** What the user has clicked: all figures are of these chats only. */
export interface Filters {
  /** Wall times or days, `to` exclusive, and how the range is called on the page. */
  period?: { from: string; to: string; label: string };
  /** Starts of half hours: `09:30`. */
  halfHour?: readonly string[];
  /** 1 = Monday ... 7. */
  weekday?: readonly number[];
  agent?: readonly string[];
  closingReason?: readonly string[];
}

/** What a mark of a chart can be of; `cell` is a half hour of a weekday, keyed `WEEKDAY HH:MM`. */
export type Dimension = 'period' | 'halfHour' | 'cell' | 'agent' | 'closingReason';

/** Settings that say how one kind of file is read: they do not outlive the file, but come back with its headings. */
const ofTheFile: readonly OptionName[] = [
  'map',
  'unit',
  'profile',
  'sheet',
  'delimiter',
  'rows',
  'idScope',
  'openStatus',
  'dateOrder',
  'sourceTimezone',
  'decimal',
  'excelSwap',
];

/** Settings that hold for one report only. */
const ofTheReport: readonly OptionName[] = ['from', 'to', 'compare', 'created'];

/** Options that are filters on the page, not settings. */
const ofTheFilters: readonly OptionName[] = ['agent', 'closingReason', 'weekday', 'halfHour'];

/** The names of all settings of the page. */
export const settingNames = optionNames.filter((name) => !ofTheFilters.includes(name));

/** The settings that say how the file is read. */
export function fileSettings(settings: Settings): Settings {
  return picked(settings, (name) => ofTheFile.includes(name));
}

/** The settings that outlive the file: they are remembered for the next one. */
export function lastingSettings(settings: Settings): Settings {
  return picked(settings, (name) => ![...ofTheFile, ...ofTheReport].includes(name));
}

function picked(settings: Settings, isWanted: (name: OptionName) => boolean): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => isWanted(name as OptionName)));
}

/** The options of a report under some settings and filters, as `parseOptions` and the command line take them. */
export function optionsOf(settings: Settings, filters: Filters): ReportOptionsSpec {
  const { period, halfHour, weekday, agent, closingReason } = filters;
  const chosen = { halfHour, weekday: weekday?.map(String), agent, closingReason };
  return {
    ...settings,
    ...(period ? { from: period.from, to: period.to } : {}),
    ...Object.fromEntries(Object.entries(chosen).filter(([, list]) => (list?.length ?? 0) > 0)),
  };
}

/** True where any filter is on. */
export function isFiltered({ period, ...lists }: Filters): boolean {
  return period !== undefined || Object.values(lists).some((list) => (list?.length ?? 0) > 0);
}

/** The settings with one changed; a value that is the default, empty or undefined is not kept. */
export function withSetting(settings: Settings, name: OptionName, value: unknown): Settings {
  const others = picked(settings, (other) => other !== name);
  return isDefault(name, value) ? others : { ...others, [name]: value };
}

function isDefault(name: OptionName, value: unknown): boolean {
  const isEmpty = value === undefined || value === null || value === '' || JSON.stringify(value) === '{}';
  return isEmpty || JSON.stringify(value) === JSON.stringify(optionCatalog[name].default);
}

/** How a setting is called in messages beside it. */
const label = (name: OptionName): string => settingLabels[name];

/** What is wrong with some settings, by setting: the message and what is allowed. */
export function settingsProblems(settings: Settings): Partial<Record<OptionName, string>> {
  const own = Object.entries(settings).flatMap(([key, value]): [OptionName, string][] => {
    const name = key as OptionName;
    const problem = problemOf(() => optionCatalog[name].parse(value, label(name)));
    return problem ? [[name, sentence(problem)]] : [];
  });
  if (own.length > 0) return Object.fromEntries(own);
  const together = problemOf(() => parseOptions(settings, label));
  if (!together) return {};
  return { [together.code === 'empty_range' ? 'to' : 'csatSatisfied']: sentence(together) };
}

function problemOf(work: () => unknown): UserError | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

const sentence = ({ message, hint }: UserError): string => [message, hint].filter(Boolean).join(' ');
