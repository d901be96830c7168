import { optionCatalog, type OptionName } from '../../options/catalog.js';
import { kebab } from '../../options/names.js';
import { optionsOf, type Filters, type Settings } from '../state/settings.js';
import { listText, settingText } from '../settings/setting-texts.js';

/** The profile of a page that no name stands for goes into a file of this name. */
export const profileFileName = 'chat-metrics.profile.json';

/** The command that makes the same report, for `sh`: files by name, and only what differs from the defaults. */
export function commandLine(files: readonly string[], settings: Settings, filters: Filters): string {
  const options = Object.entries(optionsOf(settings, filters)) as [OptionName, unknown][];
  const flags = options.flatMap(([name, value]) => flagsOf(name, value));
  return ['chat-metrics', 'report', ...files.map(positional), ...flags].map(quoted).join(' ');
}

/** Does the command need the profile of the page in a file? */
export function needsProfileFile({ profile }: Settings): boolean {
  return typeof profile === 'object' && profile !== null;
}

const positional = (file: string) => (file.startsWith('-') ? `./${file}` : file);

function flagsOf(name: OptionName, value: unknown): string[] {
  return valuesOf(name, value).flatMap((text) => {
    const flag = `--${kebab(name)}`;
    return text.startsWith('-') ? [`${flag}=${text}`] : [flag, text];
  });
}

function valuesOf(name: OptionName, value: unknown): string[] {
  if (name === 'profile' && typeof value === 'object') return [profileFileName];
  const option = optionCatalog[name];
  const isRepeated = 'isRepeatable' in option && option.isRepeatable === true;
  if (Array.isArray(value)) {
    const items = value.map(String);
    if (isRepeated) return items;
    return [items.length === 0 ? ',' : listText(items, ',')];
  }
  if (isRepeated && typeof value === 'object' && value !== null)
    return Object.entries(value).map(([field, heading]) => `${field}=${String(heading)}`);
  return [settingText(value)];
}

/** One word of a command, as `sh` reads it back. */
function quoted(word: string): string {
  return /^[\w./,:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
