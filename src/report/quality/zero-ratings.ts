import { genericProfile } from '../../reading/profiles/generic-profile.js';
import { rowsPerFile } from '../../chats/ordinals.js';
import type { Profile } from '../../reading/profiles/profile.js';
import type { Sql } from '../../engines/engine.js';
import { optionCatalog } from '../../options/catalog.js';
import { mention } from '../../options/mention.js';
import { looseName } from '../../options/names.js';
import type { ReportOptions } from '../../options/options.js';
import type { ReadFile } from '../reading/read-file.js';

type Scale = ReportOptions['csatScale'];

/**
 * What to say of ratings of 0 that count because the scale was made to begin at 0 or below, in files of platforms on whose
 * own scale a 0 is no rating. Reads the relations `chats` and `faulty_rows`.
 */
export async function zeroRatingNotes(
  files: readonly ReadFile[],
  scale: Scale,
  engine: Sql,
): Promise<string[]> {
  const doubtful = files.filter(({ plan }) => isDoubtful(plan.match.profile));
  if (!holdsZero(scale) || doubtful.length === 0) return [];
  const zeros = new Map(
    (await engine.query(zerosSql)).map((row) => [Number(row['file']), Number(row['zeros'])]),
  );
  return doubtful.flatMap(({ ordinal, plan }) => {
    const count = zeros.get(ordinal) ?? 0;
    return count === 0 ? [] : [note(plan.file.name, plan.match.profile, count, scale)];
  });
}

/** Words such as "bad" that count as 0 are ratings on every scale that knows them: those chats are taken off again. */
const zerosSql = `with counted as (
    select source_ordinal, 1 as weight from chats where rating = 0
    union all
    select source_ordinal, -1 from faulty_rows where rating = 0 and csat_score_text is not null
  )
  select cast(floor(source_ordinal / ${String(rowsPerFile)}) as bigint) as file, sum(weight) as zeros
  from counted
  group by file`;

/** What to say of ratings of 0 that do not count, for they are below the scale. */
export function droppedZeroNotes(files: readonly ReadFile[], { min, max }: Scale): string[] {
  if (min <= 0) return [];
  return files.flatMap(({ plan, shown }) => {
    const zeros = shown.ratings.find(({ lowest, highest }) => lowest === 0 && highest === 0)?.values ?? 0;
    if (zeros === 0) return [];
    const are = zeros === 1 ? '1 rating is 0 and does' : `${zeros.toLocaleString('en')} ratings are 0 and do`;
    return [
      `${plan.file.name}: ${are} not count: below the scale ${String(min)} to ${String(max)} it is "not rated". If a 0 is a rating: ${mention('csatScale', `0-${String(max)}`)} ${mention('csatSatisfied', 'RATING')}.`,
    ];
  });
}

function isDoubtful({ name, options = {} }: Profile): boolean {
  if (name === genericProfile.name) return false;
  const [, own] = Object.entries(options).find(([key]) => looseName(key) === looseName('csatScale')) ?? [];
  return !holdsZero(optionCatalog.csatScale.parse(own ?? optionCatalog.csatScale.default, 'csat-scale'));
}

const holdsZero = ({ min, max }: Scale): boolean => min <= 0 && max >= 0;

function note(file: string, { title }: Profile, zeros: number, { min, max }: Scale): string {
  const counted =
    zeros === 1 ? '1 rating is 0 and counts' : `${zeros.toLocaleString('en')} ratings are 0 and count`;
  const remedy =
    max > 1 ? `give ${mention('csatScale', `1-${String(max)}`)}` : `leave out ${mention('csatScale')}`;
  return `${file}: ${counted}, because the scale is ${String(min)} to ${String(max)}. In exports of its platform (${title}) a 0 usually means "not rated", and the mean is then too low. If it does here, ${remedy}.`;
}
