import { basename, resolve } from 'node:path';
import { unusableInput, wrongUse } from '../errors.js';
import { list } from '../options/values.js';
import { largestProfile } from '../reading/profiles/profile-schema.js';
import { readCalendar, type Calendar } from './calendar-file.js';
import type { Config } from './config.js';
import type { Used } from './guard.js';
import { smallText } from './small-text.js';

/** Values with what files say in place of the files, and what is to be told of these files. */
export interface Linked {
  given: Config;
  notes: string[];
}

/**
 * The same values with what files say in place of the files: a profile of the user's own, holidays from an iCalendar file.
 * @throws UserError when such a file cannot be read.
 */
export async function withLinkedFiles(given: Config, folder: string): Promise<Linked> {
  const { profile, holidays } = given;
  const calendar = namesCalendar(holidays) ? await readHolidays(holidays, folder) : null;
  const linked = {
    ...given,
    ...(isProfileFile(profile) ? { profile: await readProfile(profile, folder) } : {}),
    ...(calendar ? { holidays: calendar.days } : {}),
  };
  return { given: linked, notes: calendar?.notes ?? [] };
}

/** The files that `withLinkedFiles` reads. */
export function linkedFiles({ profile, holidays }: Config, folder: string): Used[] {
  const calendars = namesCalendar(holidays) ? list(holidays, '--holidays').filter(isCalendar) : [];
  return [
    ...(isProfileFile(profile) ? [{ noun: 'the profile', path: resolve(folder, profile) }] : []),
    ...calendars.map((path) => ({ noun: 'the calendar', path: resolve(folder, path) })),
  ];
}

/** In bytes. */
const largestCalendar = 4 * 1024 * 1024;

const isCalendar = (item: string): boolean => /\.ics$/i.test(item);

function isProfileFile(profile: unknown): profile is string {
  return typeof profile === 'string' && (/\.json$/i.test(profile) || /[\\/]/.test(profile));
}

async function readProfile(path: string, folder: string): Promise<unknown> {
  const text = await readText(path, folder, 'profile');
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    throw wrongUse('profile_not_json', `${path} is not valid JSON: ${(error as Error).message}`);
  }
  throw wrongUse(
    'profile_not_object',
    `${path} is no JSON object.`,
    'See what one looks like: chat-metrics inspect FILE --save-profile my.json',
  );
}

function namesCalendar(holidays: unknown): boolean {
  return [holidays].flat().some((item) => typeof item === 'string' && /\.ics\b/i.test(item));
}

async function readHolidays(holidays: unknown, folder: string): Promise<Calendar> {
  const items = list(holidays, '--holidays');
  const calendars = await Promise.all(
    items.map(async (item) =>
      isCalendar(item)
        ? readCalendar(await readText(item, folder, 'calendar'), basename(item))
        : { days: [item], notes: [] },
    ),
  );
  return { days: calendars.flatMap(({ days }) => days), notes: calendars.flatMap(({ notes }) => notes) };
}

async function readText(path: string, folder: string, noun: string): Promise<string> {
  const most = noun === 'profile' ? largestProfile : largestCalendar;
  return smallText(resolve(folder, path), most).catch((error: unknown) => {
    throw unusableInput(
      `${noun}_unreadable`,
      `The ${noun} ${path} cannot be read.`,
      (error as Error).message,
    );
  });
}
