import { offsetOf } from './zones.js';

/** What is known of names of zones beside their own meaning. */
export interface ZoneWords {
  /** The zone that the user says the file was written in: `EST` is what it is there. */
  source?: string | null;
}

/** A text without the zone at its end. */
export interface TakenZone {
  rest: string;
  /** The name as it stands there, where it is no offset. */
  name: string | null;
  /** A name that is not known, or has more than one meaning. */
  unknown: string | null;
  /** What stands for it behind a date: `+05:30`, or nothing; null where the date must say its order first. */
  offsetAt: (dateAndTime: string) => string | null;
}

/** Abbreviations that mean one offset wherever they are used. */
const offsets: Record<string, string> = {
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  Z: 'Z',
  WET: '+00:00',
  WEST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  TRT: '+03:00',
  PKT: '+05:00',
  WIB: '+07:00',
  WITA: '+08:00',
  WIT: '+09:00',
  SGT: '+08:00',
  HKT: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  ACST: '+09:30',
  ACDT: '+10:30',
  AWST: '+08:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  BRT: '-03:00',
  ART: '-03:00',
  NPT: '+05:45',
  SAST: '+02:00',
  EAT: '+03:00',
  HST: '-10:00',
  AKST: '-09:00',
  AKDT: '-08:00',
  PDT: '-07:00',
  MDT: '-06:00',
  EDT: '-04:00',
  NST: '-03:30',
  NDT: '-02:30',
};

/** Abbreviations that stand for other offsets elsewhere: the source's zone says which is meant. */
const manifold = new Set('EST CST MST PST AST ADT IST BST CDT SST GST ECT WST AMT PYT COT'.split(' '));

/** For a zone such as America/New_York: standard time, time in summer. */
const ofSource: readonly (readonly [zone: RegExp, word: string, isSummer: boolean])[] = [
  [/^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)$/, 'BST', true],
  [/^Europe\/Dublin$/, 'IST', true],
];

const gmtOffset = /\s?(?:GMT|UTC)\s?([+-])(\d{1,2})(?::?(\d{2}))?$/i;
const plainOffset = /(?<=\d{2}|m\.?)\s?([+-])(\d{2}):?(\d{2})?$/i;
const bracketed = /\s?(?:\(([^()]*)\)|\[([^[\]]*)\])$/;
const iana = /\s([A-Z][A-Za-z_]+(?:\/[A-Za-z_+-]+){1,2})$/;
const abbreviation = /(?<=[\d.mM])\s?([A-Z]{1,5})$/;
/** `Tue Mar 03 10:00:00 IST 2026`, as Java and Unix write it. */
const beforeYear = /^(.*\d{1,2}:\d{2}(?::\d{2})?)\s((?:[A-Z]{2,5}|(?:GMT)?[+-]\d{2}:?\d{2}))\s(\d{4})$/;

/** Takes the zone from the end of a date. */
export function takeZone(written: string, words: ZoneWords): TakenZone {
  const java = beforeYear.exec(written);
  if (java) {
    const [, start = '', zone = '', year = ''] = java;
    return takeZone(`${start.replace(/\s(\d{1,2}:)/, ` ${year} $1`)} ${zone}`, words);
  }
  const bracket = bracketed.exec(written);
  const text = bracket ? written.slice(0, bracket.index) : written;
  const offset = gmtOffset.exec(text) ?? plainOffset.exec(text);
  if (offset) {
    const [all, sign = '+', hours = '', minutes = '00'] = offset;
    const rest = text.slice(0, text.length - all.length);
    return known(rest, null, `${sign}${hours.padStart(2, '0')}:${minutes}`);
  }
  const place = iana.exec(text);
  if (place?.[1]) return inPlace(text.slice(0, place.index), place[1]);
  const inBrackets = bracket?.[1] ?? bracket?.[2];
  if (inBrackets?.includes('/')) return inPlace(text, inBrackets);
  if (inBrackets !== undefined) return takeZone(`${text} ${inBrackets}`, words);
  const short = abbreviation.exec(text);
  const name = short?.[1]?.toUpperCase() ?? '';
  if (!short || /^[AP]M?$/.test(name) || !/\d{1,2}[:.]\d{2}/.test(text)) return known(written, null, '');
  return inShort(text.slice(0, short.index), name, words);
}

function known(rest: string, name: string | null, offset: string): TakenZone {
  return { rest, name, unknown: null, offsetAt: () => offset };
}

function inShort(rest: string, name: string, { source }: ZoneWords): TakenZone {
  const fixed = offsets[name];
  if (fixed !== undefined) return known(rest, name, fixed);
  if (!source || !manifold.has(name)) return { ...known(rest, name, ''), unknown: name };
  const special = ofSource.find(([zone, word]) => word === name && zone.test(source));
  const isSummer = special?.[2] ?? name.endsWith('DT');
  const [first, second] = [offsetOf(source, 2021, 1), offsetOf(source, 2021, 7)];
  const seconds = isSummer ? Math.max(first, second) : Math.min(first, second);
  return known(rest, name, offsetText(seconds));
}

function inPlace(rest: string, zone: string): TakenZone {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return { ...known(rest, zone, ''), unknown: zone };
  }
  const offsetAt = (dateAndTime: string): string | null => {
    const wall = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2}) (\d{2}):(\d{2}):(\d{2})/.exec(dateAndTime);
    if (!wall) return null;
    const [year, month, day, hour, minute, second] = wall.slice(1).map(Number);
    return offsetText(offsetOf(zone, year ?? 0, month ?? 1, day, hour, minute, second));
  };
  return { rest, name: zone, unknown: null, offsetAt };
}

function offsetText(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
