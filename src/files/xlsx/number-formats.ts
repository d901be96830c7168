/** How a number format shows a number: as such, as a date or time, or as time that passed (hours above 24). */
export type FormatKind = 'number' | 'date' | 'elapsed';

/** The formats that every workbook has: dates, times, and those of East Asian languages. */
const dateIds: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const elapsedId = 46;

/** What a cell's number format shows, by its id and, for those of the workbook itself, its code. */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code !== undefined) return kindOfCode(code);
  if (id === elapsedId) return 'elapsed';
  return dateIds.some(([first, last]) => id >= first && id <= last) ? 'date' : 'number';
}

function kindOfCode(code: string): FormatKind {
  const plain = code
    .replaceAll(/"[^"]*"|\\.|[_*]./g, '')
    .replaceAll(/\[(?!(?:h+|m+|s+)\])[^[\]]*\]/gi, '')
    .split(';', 1)[0];
  if (plain === undefined || /^(general)?$/i.test(plain.trim())) return 'number';
  if (/\[[hms]/i.test(plain) && !/[yd]/i.test(plain)) return 'elapsed';
  return /[ymdhs]/i.test(plain) ? 'date' : 'number';
}
