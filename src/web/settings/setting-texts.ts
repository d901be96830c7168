import { businessHours, businessHoursText } from '../../options/business-hours.js';
import { optionCatalog, type OptionName } from '../../options/catalog.js';
import { looseName } from '../../options/names.js';
import type { ReportedOptions } from '../../options/options.js';
import { durationSeconds, list, scale } from '../../options/values.js';
import { withSetting, type Settings } from '../state/settings.js';

/** A list as it is typed in: items with a comma or a quote stand in quotes. */
export function listText(items: readonly string[], between = ', '): string {
  return items.map((item) => (/[",]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join(between);
}

/** Seconds as they are typed in: `45s`, `1h30m`. */
export function durationText(seconds: number): string {
  if (!Number.isInteger(seconds)) return String(seconds);
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'm'],
    [seconds % 60, 's'],
  ];
  const text = parts.filter(([count]) => count > 0).map(([count, unit]) => `${String(count)}${unit}`);
  return text.join('') || '0s';
}

/** A setting as text, as it is typed in. */
export function settingText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return listText(value.map(String));
  if (typeof value === 'object') return businessHoursText(businessHours(value, 'business hours'));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const durations: Partial<Record<OptionName, keyof ReportedOptions>> = {
  responseTarget: 'response_target_seconds',
  shiftGap: 'shift_gap_seconds',
};

/** What a report was made with, as it would be typed in: also what its platform decided. */
export function optionText(name: OptionName, options: ReportedOptions): string {
  const duration = durations[name];
  if (duration) return durationText(Number(options[duration]));
  const found = Object.entries(options).find(([key]) => looseName(key) === looseName(name));
  return settingText(found?.[1]);
}

type Reader = (text: string) => unknown;

/** Texts that are kept as plain values in one spelling, so that a default is known as one. */
const readers: Partial<Record<OptionName, Reader>> = {
  bots: (text) => list(text, ''),
  nobody: (text) => list(text, ''),
  openStatus: (text) => list(text, ''),
  timeoutReasons: (text) => list(text, ''),
  holidays: (text) => optionCatalog.holidays.parse(text, ''),
  businessHours: (text) => businessHoursText(businessHours(text, '')),
  responseTarget: (text) => durationText(durationSeconds(text, '')),
  shiftGap: (text) => durationText(durationSeconds(text, '')),
  smallN: (text) => optionCatalog.smallN.parse(text, ''),
  csatSatisfied: (text) => optionCatalog.csatSatisfied.parse(text, ''),
  csatScale: (text) => {
    const { min, max } = scale(text, '');
    return `${String(min)}-${String(max)}`;
  },
};

/** What is typed in as a value of the setting; a text that cannot be read stays as it is, to be told so. */
function settingOf(name: OptionName, text: string): unknown {
  const written = text.trim();
  if (written === '') return undefined;
  try {
    return readers[name]?.(written) ?? written;
  } catch {
    return written;
  }
}

export type Texts = Readonly<Partial<Record<OptionName, string>>>;

/** The settings with all that is typed in. */
export function withTexts(settings: Settings, texts: Texts): Settings {
  return Object.entries(texts).reduce(
    (all, [name, text]) => withSetting(all, name as OptionName, settingOf(name as OptionName, text)),
    settings,
  );
}
