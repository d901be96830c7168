import { trimmed } from '../../files/text.js';
import { longestWriting } from './longest-writing.js';
import { wordKey } from './word-key.js';
import { readNumber, type Decimal } from './numbers.js';

/** Words for units in the languages of exports, as `wordKey` gives them. */
const unitWords: readonly (readonly [seconds: number, words: string])[] = [
  [
    604_800,
    'w wk wks week weeks woche wochen semaine semaines semana semanas settimana settimane weken hafta vecka veckor minggu',
  ],
  [
    86_400,
    'd day days tag tage tagen j jour jours dia dias giorno giorni g gg dag dagen dagar dzien dni gun hari',
  ],
  [
    3600,
    'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren u godz godzina godziny godzin saat sa tim timme timmar jam',
  ],
  [
    60,
    'm mn min mins minute minutes minuten minuto minutos minuti minut minuty minuta dk dakika menit mnt minuter',
  ],
  [
    1,
    's sec secs second seconds sek sekunde sekunden seconde secondes seconden segundo segundos seg secondo secondi sekunda sekundy sekund sn saniye sekunder detik dtk',
  ],
  [
    0.001,
    'ms msec msecs milli millis millisecond milliseconds millisekunden millisekunde milliseconde millisecondes milisegundo milisegundos millisecondi milliseconden milisekundy milisaniye millisekunder milidetik',
  ],
];

const secondsOf = new Map(
  unitWords.flatMap(([seconds, words]) => words.split(' ').map((word): [string, number] => [word, seconds])),
);

const joining = new Set(['and', 'und', 'et', 'y', 'e', 'en', 'i', 've', 'och', 'dan']);
// oxlint-disable-next-line regexp/no-super-linear-move -- of a text of 100 characters at most
const piece = /([\d.,'’]+)\s*(\p{L}+)\.?/gu;

const oneUnit = /^(\d[\d.,'’\s\u00a0\u2007\u2009\u202f]*)(\p{L}+)\.?$/u;

/** The number of `7,900 s`, in seconds or less; null where the text is something else. */
export function numberOfSeconds(text: string): string | null {
  const [, number = '', word = ''] = (text.length <= longestWriting && oneUnit.exec(text)) || [];
  const unit = secondsOf.get(wordKey(word));
  return unit !== undefined && unit <= 1 ? trimmed(number) : null;
}

/** Seconds of `1m 19s`, `1 Std. 2 Min`, `1 hour and 5 minutes`: each unit once, the longest first; null where it is none. */
export function secondsOfWords(text: string, decimal: Decimal | null): number | null {
  if (text.length > longestWriting) return null;
  const [, single = '', only = ''] = oneUnit.exec(text) ?? [];
  const number = readNumber(trimmed(single), decimal);
  const size = secondsOf.get(wordKey(only));
  if (number !== null && size !== undefined) return Number(number) * size;
  const rest = text.replace(piece, ' ').replace(/[,;]/g, ' ');
  if (rest.split(/\s+/).some((word) => word !== '' && !joining.has(wordKey(word)))) return null;
  const pieces = [...text.matchAll(piece)];
  if (pieces.length === 0) return null;
  let last = Infinity;
  let sum = 0;
  for (const [, written = '', word = ''] of pieces) {
    const unit = secondsOf.get(wordKey(word));
    const number = readNumber(written, decimal);
    if (unit === undefined || number === null || unit >= last) return null;
    last = unit;
    sum += Number(number) * unit;
  }
  return sum;
}
