import { checkMap } from '../../reading/check-columns.js';
import { checkedProfile, checkedUnits } from '../../reading/profiles/check-profile.js';
import { profileNamed } from '../../reading/profiles/choose-profile.js';
import type { ReadingChoices } from '../../reading/plan.js';
import type { Profile } from '../../reading/profiles/profile.js';
import type { ReportOptions } from '../../options/options.js';

/**
 * What the options say about how files are read; `source` is the zone in which names such as `EST` are understood.
 * @throws UserError when they name a field, a unit or a profile that there is not.
 */
export function readingChoices(options: ReportOptions, source: string | null = null): ReadingChoices {
  return {
    map: checkMap(options.map),
    profile: chosenProfile(options.profile),
    ...checkedUnits(options.unit),
    decimal: options.decimal,
    zones: { source },
    dateOrder: options.dateOrder,
    sheet: options.sheet,
    delimiter: options.delimiter,
    rows: options.rows,
    openStatus: options.openStatus,
    repairsSwap: options.excelSwap === 'auto',
  };
}

function chosenProfile(profile: ReportOptions['profile']): Profile | null {
  if (profile === null) return null;
  return typeof profile === 'string' ? profileNamed(profile) : checkedProfile(profile);
}
