import { wordKey } from '../writings/word-key.js';

/** The languages whose exports are commonest. */
const dateLanguages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'sv', 'id'] as const;

/** Names that programs write and `Intl` does not, by month. */
const moreMonths: Record<string, number> = {
  sept: 9,
  mrz: 3,
  marz: 3,
  jaenner: 1,
  janner: 1,
  feber: 2,
  maerz: 3,
  fevr: 2,
  fev: 2,
  avr: 4,
  juil: 7,
  juill: 7,
  aou: 8,
  set: 9,
  mrt: 3,
  mei: 5,
  okt: 10,
  des: 12,
  agt: 8,
  ags: 8,
  agu: 8,
  agst: 8,
  peb: 2,
  pebruari: 2,
  nop: 11,
  nopember: 11,
  ene: 1,
  ago: 8,
  dic: 12,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ott: 10,
  out: 10,
  dez: 12,
  abr: 4,
  mai: 5,
  maj: 5,
  jun: 6,
  jul: 7,
};

const moreDays =
  'mo di mi do fr sa so lu ma me je ve di lun mar mer jeu ven sam dim seg ter qua qui sex sab dom gio pon wt sr czw pt sob niedz pzt sal car per cum cmt paz man tis ons tors fre lor son sen sel rab kam jum min tues wednes thurs thu thur'.split(
    ' ',
  );

interface WordTables {
  months: ReadonlyMap<string, number>;
  days: ReadonlySet<string>;
  halves: ReadonlyMap<string, 'am' | 'pm'>;
}

let tables: WordTables | null = null;

/** Names of months, weekdays and halves of the day in those languages, by `wordKey`; made when a file first needs them. */
export function wordTables(): WordTables {
  tables ??= { months: monthWords(), days: dayWords(), halves: halfWords() };
  return tables;
}

type Part = Intl.DateTimeFormatPartTypes;

function partOf(language: string, options: Intl.DateTimeFormatOptions, day: Date, type: Part): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).formatToParts(day);
  return parts.find((part) => part.type === type)?.value ?? '';
}

const monthForms: readonly Intl.DateTimeFormatOptions[] = (['long', 'short'] as const).flatMap((month) => [
  { month },
  { month, day: 'numeric', year: 'numeric' },
]);

function monthWords(): Map<string, number> {
  const found = new Map<string, number>(Object.entries(moreMonths));
  for (const language of dateLanguages) {
    const names = Array.from({ length: 12 }, (_, month) =>
      monthForms.map((form) => wordKey(partOf(language, form, new Date(Date.UTC(2021, month, 15)), 'month'))),
    );
    for (const [month, forms] of names.entries()) {
      for (const name of forms) if (/\p{L}/u.test(name)) found.set(name, month + 1);
      const long = forms[0] ?? '';
      const isOwn = (start: string): boolean =>
        names.every((other, at) => at === month || !other[0]?.startsWith(start));
      for (const length of [3, 4]) {
        const start = long.slice(0, length);
        if (start.length === length && isOwn(start) && !found.has(start)) found.set(start, month + 1);
      }
    }
  }
  return found;
}

function dayWords(): Set<string> {
  const found = new Set(moreDays);
  for (const language of dateLanguages)
    for (let day = 1; day <= 7; day += 1)
      for (const weekday of ['long', 'short'] as const)
        for (const word of partOf(language, { weekday }, new Date(Date.UTC(2021, 1, day)), 'weekday').split(
          '-',
        ))
          found.add(wordKey(word));
  return found;
}

function halfWords(): Map<string, 'am' | 'pm'> {
  const found = new Map<string, 'am' | 'pm'>([
    ['am', 'am'],
    ['pm', 'pm'],
    ['a', 'am'],
    ['p', 'pm'],
    ['fm', 'am'],
    ['em', 'pm'],
    ['oo', 'am'],
    ['os', 'pm'],
    ['vorm', 'am'],
    ['nachm', 'pm'],
    ['vm', 'am'],
    ['nm', 'pm'],
  ]);
  for (const language of dateLanguages)
    for (const [hour, half] of [
      [3, 'am'],
      [15, 'pm'],
    ] as const) {
      const text = partOf(
        language,
        { hour: 'numeric', hour12: true },
        new Date(Date.UTC(2021, 1, 1, hour)),
        'dayPeriod',
      );
      const key = wordKey(text).replace(/\s/g, '');
      if (key !== '') found.set(key, half);
    }
  return found;
}
