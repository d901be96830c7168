import { trimmed } from '../files/text.js';
import { looseName } from '../options/names.js';

/** The columns (from 0) that a mapping such as `"Date"+"Time"` names, where a file has both; null for any other. */
export function mappedPair(mapped: string, headings: readonly string[]): [date: number, time: number] | null {
  if (headings.some((heading) => trimmed(heading) === trimmed(mapped))) return null;
  const names = headings.map(looseName);
  for (let at = mapped.indexOf('+'); at !== -1; at = mapped.indexOf('+', at + 1)) {
    const [date = -1, time = -1] = [mapped.slice(0, at), mapped.slice(at + 1)].map((part) =>
      names.indexOf(looseName(part)),
    );
    if (date >= 0 && time >= 0 && date !== time) return [date, time];
  }
  return null;
}
