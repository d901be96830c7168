import type { ChatField } from '../../chats/columns.js';
import type { Profile } from '../../reading/profiles/profile.js';
import { looseName, nameKey } from '../../options/names.js';
import type { FileLooked } from '../protocol.js';
import { withSetting, type Settings } from '../state/settings.js';

/** Settings under which a column holds another field, or none. */
export function assigned(
  settings: Settings,
  { profile }: Pick<FileLooked, 'profile'>,
  column: { heading: string; field: ChatField | null },
  field: ChatField | null,
): Settings {
  const map = Object.fromEntries(
    Object.entries(mapOf(settings)).filter(
      ([other, heading]) => other !== field && looseName(heading) !== looseName(column.heading),
    ),
  );
  if (field !== null) return withSetting(settings, 'map', { ...map, [field]: column.heading });
  const isMapped = column.field !== null && mapOf(settings)[column.field] !== undefined;
  const unmapped = withSetting(settings, 'map', map);
  return column.field === null || isMapped
    ? unmapped
    : withSetting(unmapped, 'profile', profileWithout(profile, column.field));
}

/** The columns that the user has named, by field. */
function mapOf({ map }: Settings): Partial<Record<string, string>> & Record<string, string> {
  return typeof map === 'object' && map !== null ? (map as Record<string, string>) : {};
}

/** Stands for the heading of a needed field that has none. */
const noHeading = '(chosen by hand)';

/** The same way to read a file, but for one field: no heading is known for it. */
function profileWithout(profile: Profile, field: ChatField): Profile {
  return {
    ...profile,
    name: 'my-columns',
    title: `${profile.title}, changed by hand`,
    fields: { ...profile.fields, [field]: { headings: [noHeading] } },
  };
}

/** Settings under which a duration counts in another unit. */
export function inUnit(settings: Settings, field: ChatField, unit: string): Settings {
  const units = settings.unit as Record<string, string> | undefined;
  return withSetting(settings, 'unit', { ...units, [field]: unit });
}

/** Settings under which a closer is a bot, or is an agent; `bots` are the names that are bots now. */
export function withBot(settings: Settings, bots: readonly string[], name: string, isBot: boolean): Settings {
  const others = bots.filter((bot) => nameKey(bot) !== nameKey(name));
  return withSetting(settings, 'bots', isBot ? [...others, name] : others);
}
