/** What numbers and dates are written in where a page follows its user; null: the English of files. */
let ofTheUser: string | null = null;

/**
 * Has all figures and dates in words written as in a locale from here on. For pages alone, before they show anything: what goes
 * into a file is made elsewhere, and English.
 */
export function writeAsIn(locale: string | null): void {
  ofTheUser = locale;
}

/** The locale of the user, or null for the English of files. */
export const userLocale = (): string | null => ofTheUser;

const made = new Map<string, unknown>();

/** Makes a formatter once for each locale and name. */
export function perLocale<T>(name: string, make: (locale: string) => T): T {
  const locale = ofTheUser ?? 'en-US';
  const key = `${locale} ${name}`;
  if (!made.has(key)) made.set(key, make(locale));
  return made.get(key) as T;
}

const utc = (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`);

/** One day, or several up to and with the last, in the user's locale: `1 Feb 2021`, `1-7 Feb 2021`. */
export function localDays(first: string, last: string = first): string {
  const format = perLocale(
    'days',
    (locale) =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  );
  return first === last ? format.format(utc(first)) : format.formatRange(utc(first), utc(last));
}
