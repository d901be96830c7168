/** Every writing of values that is supported, as functions that write one. */
const spaceKinds = [' ', '\u00a0', '\u202f', '\u2009'];

function grouped(whole: number, sign: string): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, sign);
}

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
const dayClock = (seconds: number): string => clock(seconds % 86400).padStart(8, '0');

interface Words {
  d: string;
  h: string;
  m: string;
  s: string;
}

/** Units as languages write them. */
const unitWords: Record<string, Words> = {
  short: { d: 'd', h: 'h', m: 'm', s: 's' },
  en: { d: ' days', h: ' hours', m: ' minutes', s: ' seconds' },
  enShort: { d: ' day', h: ' hr', m: ' min', s: ' sec' },
  de: { d: ' Tage', h: ' Std.', m: ' Min.', s: ' Sek.' },
  deLong: { d: ' Tage', h: ' Stunden', m: ' Minuten', s: ' Sekunden' },
  fr: { d: ' jours', h: ' heures', m: ' minutes', s: ' secondes' },
  es: { d: ' días', h: ' horas', m: ' minutos', s: ' segundos' },
  pt: { d: ' dias', h: ' horas', m: ' minutos', s: ' segundos' },
  it: { d: ' giorni', h: ' ore', m: ' minuti', s: ' secondi' },
  nl: { d: ' dagen', h: ' uur', m: ' minuten', s: ' seconden' },
  pl: { d: ' dni', h: ' godz.', m: ' min', s: ' s' },
  tr: { d: ' gün', h: ' saat', m: ' dakika', s: ' saniye' },
  sv: { d: ' dagar', h: ' timmar', m: ' minuter', s: ' sekunder' },
  id: { d: ' hari', h: ' jam', m: ' menit', s: ' detik' },
};

function inWords(seconds: number, { d, h, m, s }: Words): string {
  const parts = [
    [Math.floor(seconds / 86400), d],
    [Math.floor(seconds / 3600) % 24, h],
    [Math.floor(seconds / 60) % 60, m],
    [seconds % 60, s],
  ] as const;
  const said = parts.filter(([value]) => value > 0);
  return said.length === 0 ? `0${s}` : said.map(([value, unit]) => `${String(value)}${unit}`).join(' ');
}

/** Whole seconds, as text. */
export const durationWritings: Record<string, (seconds: number) => string> = {
  plain: String,
  ...Object.fromEntries(
    [',', '.', "'", '’', ...spaceKinds].map((sign) => [
      `thousands ${JSON.stringify(sign)}`,
      (x: number) => grouped(x, sign),
    ]),
  ),
  'thousands , and s': (x) => `${grouped(x, ',')} s`,
  'thousands . and Sek.': (x) => `${grouped(x, '.')} Sek.`,
  'thousands space and s': (x) => `${grouped(x, '\u202f')} s`,
  'thousands , and point': (x) => `${grouped(x, ',')}.00`,
  'thousands . and comma': (x) => `${grouped(x, '.')},00`,
  'thousands space and comma': (x) => `${grouped(x, '\u202f')},0`,
  'decimal point': (x) => `${String(x)}.0`,
  'decimal comma': (x) => `${String(x)},0`,
  'h:mm:ss': clock,
  'days and clock': (x) => `${String(Math.floor(x / 86400))} days ${dayClock(x)}`,
  'days, and clock': (x) => `${String(Math.floor(x / 86400))} day, ${dayClock(x)}`,
  'd and clock': (x) => `${String(Math.floor(x / 86400))}d ${dayClock(x)}`,
  'point and clock': (x) => `${String(Math.floor(x / 86400))}.${dayClock(x)}`,
  'mm:ss.0': (x) => `${two(Math.floor(x / 60))}:${two(x % 60)}.0`,
  'ISO 8601': (x) =>
    `P${String(Math.floor(x / 86400))}DT${String(Math.floor(x / 3600) % 24)}H${String(Math.floor(x / 60) % 60)}M${String(x % 60)}S`,
  'ISO seconds': (x) => `PT${String(x)}S`,
  'Excel day': (x) => `1899-12-30 ${dayClock(x % 86400)}`,
  formula: (x) => `="${String(x)}"`,
  ...Object.fromEntries(
    Object.entries(unitWords).map(([name, words]) => [`words ${name}`, (x: number) => inWords(x, words)]),
  ),
};

const zoned = (date: Date, options: Intl.DateTimeFormatOptions, language: string): string =>
  formatter(language, { timeZone: 'UTC', ...options }).format(date);

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(language, options);
  formatters.set(key, known);
  return known;
}

const languages = [
  'en-US',
  'en-GB',
  'en-IN',
  'de',
  'fr',
  'es',
  'es-MX',
  'pt',
  'it',
  'nl',
  'pl',
  'tr',
  'sv',
  'id',
];

const iso = (date: Date): string => date.toISOString().slice(0, 19);
const english = (date: Date): string[] => date.toUTCString().replace(',', '').split(' ');

/** A moment, as text whose order of day and month it says itself. */
export const dateWritings: Record<string, (moment: Date) => string> = {
  'ISO 8601': (x) => `${iso(x)}Z`,
  'ISO with a space': (x) => iso(x).replace('T', ' '),
  'an offset': (x) => `${iso(new Date(+x + 19_800_000))}+0530`,
  'an offset with a colon and milliseconds': (x) => `${iso(new Date(+x - 10_800_000))}.123-03:00`,
  JavaScript: (x) => {
    const [day, date, month, year, time] = english(new Date(+x + 19_800_000));
    return `${day ?? ''} ${month ?? ''} ${date ?? ''} ${year ?? ''} ${time ?? ''} GMT+0530 (India Standard Time)`;
  },
  toUTCString: (x) => x.toUTCString(),
  Java: (x) => {
    const [day, date, month, year, time] = english(x);
    return `${day ?? ''} ${month ?? ''} ${date ?? ''} ${time ?? ''} UTC ${year ?? ''}`;
  },
  'Java ZonedDateTime': (x) => `${iso(new Date(+x + 19_800_000))}+05:30[Asia/Kolkata]`,
  'Central European Time': (x) => `${iso(new Date(+x + 3_600_000)).replace('T', ' ')} CET`,
  'an IANA zone': (x) => `${iso(new Date(+x + 19_800_000)).replace('T', ' ')} Asia/Kolkata`,
  Oracle: (x) => {
    const [, date, month, year, time] = english(x);
    return `${date ?? ''}-${(month ?? '').toUpperCase()}-${(year ?? '').slice(2)} ${time ?? ''}`;
  },
  formula: (x) => `="${iso(x).replace('T', ' ')}"`,
  apostrophe: (x) => `'${iso(x).replace('T', ' ')}`,
  Sept: (x) => zoned(x, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }, 'en-GB'),
  ...Object.fromEntries(
    languages.flatMap((language) =>
      (['medium', 'long', 'full'] as const).flatMap((dateStyle) =>
        [true, false].map((hour12) => [
          `${language} ${dateStyle} ${hour12 ? 'h12' : 'h23'}`,
          (x: Date) =>
            zoned(
              x,
              { dateStyle, timeStyle: 'medium', ...(hour12 ? { hour12 } : { hourCycle: 'h23' as const }) },
              language,
            ),
        ]),
      ),
    ),
  ),
};

/** A moment as text of numbers alone, day first or month first, with the halves of the day of a language. */
export const openDateWritings: Record<string, (moment: Date) => string> = Object.fromEntries(
  languages.map((language) => [
    language,
    (x: Date) =>
      zoned(
        x,
        {
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: '2-digit',
          second: '2-digit',
          hour12: true,
        },
        language,
      ),
  ]),
);

/** Ratings from 1 to 5, as text. */
export const ratingWritings: Record<string, (rating: number) => string> = {
  plain: String,
  'decimal point': (x) => `${String(x)}.0`,
  'decimal comma': (x) => `${String(x)},0`,
  'behind a star': (x) => `★ ${String(x)}`,
  'out of 5': (x) => `${String(x)}/5`,
  'spaced out of 5': (x) => `${String(x)} / 5`,
  'words out of 5': (x) => `${String(x)} out of 5`,
  labelled: (x) => `${String(x)} - ${['Bad', 'Poor', 'Fair', 'Good', 'Great'][x - 1] ?? ''}`,
  'labelled in brackets': (x) => `${String(x)} (${['Bad', 'Poor', 'Fair', 'Good', 'Great'][x - 1] ?? ''})`,
  'behind its label': (x) => `${['Bad', 'Poor', 'Fair', 'Good', 'Great'][x - 1] ?? ''} (${String(x)})`,
  stars: (x) => '★'.repeat(x),
  'stars of five': (x) => '★'.repeat(x) + '☆'.repeat(5 - x),
  'emoji stars': (x) => '⭐️'.repeat(x),
  'counted stars': (x) => `${String(x)} ${x === 1 ? 'star' : 'stars'}`,
  Sterne: (x) => `${String(x)} Sterne`,
  formula: (x) => `="${String(x)}"`,
};
