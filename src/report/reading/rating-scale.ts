import { headingScale } from '../../reading/heading-hints.js';
import { allProfiles } from '../../reading/profiles/choose-profile.js';
import { genericProfile } from '../../reading/profiles/generic-profile.js';
import type { Profile } from '../../reading/profiles/profile.js';
import { findScale, type FoundScale, type RatingScale } from '../../reading/writings/rating-scale.js';
import { mention } from '../../options/mention.js';
import { looseName } from '../../options/names.js';
import type { ReportOptions } from '../../options/options.js';
import type { ReportWarning } from '../report.js';
import type { ReadFile } from './read-file.js';

/** The scale that the ratings of the files are on, and what is to be said of it. */
export interface ScaleOfFiles {
  options: ReportOptions;
  notes: string[];
  warnings: ReportWarning[];
}

/**
 * The options with the scale of ratings that the files show, unless the user or a platform names one.
 * Files that are on different scales keep the usual one, with a warning.
 */
export function withScale(options: ReportOptions, files: readonly ReadFile[]): ScaleOfFiles {
  const asked = files.filter(({ plan }) => plan.columns.csat_score !== undefined);
  if (asked.length === 0 || !asked.every(({ plan }) => isOpen(plan.match.profile)) || isGiven(options))
    return { options, notes: [], warnings: wordWarnings(asked, options.csatScale) };
  const scales = asked.map(scaleOfFile);
  const first = scales.find((scale) => scale !== null) ?? null;
  if (!first) return { options, notes: [], warnings: [] };
  const different = scales.find((scale) => scale && !isSame(scale, first));
  const names = asked.map(({ plan }) => `${plan.file.name}, column ${JSON.stringify(headingOf(plan.match))}`);
  if (different) return { options, notes: [], warnings: [differing(names, scales)] };
  const made = withFound(options, first);
  if (!made) return { options, notes: [], warnings: [] };
  const isUsual = first.min === 1 && first.max === 5;
  const at = scales.indexOf(first);
  const where = names[at] ?? '';
  const doubt = scales.find((scale) => scale?.doubt)?.doubt ?? null;
  const values = asked.flatMap(({ shown }) => shown.ratings);
  const rows = values.reduce((sum, part) => sum + part.values, 0);
  const text = `${where}: ratings are read on the scale ${words(first)}, satisfied from ${String(made.csatSatisfied)}, for ${first.evidence}`;
  if (doubt) {
    const example = {
      file: asked[at]?.plan.file.name ?? '',
      chat_id: '',
      value: String(doubt.example ?? values[0]?.lowest ?? ''),
    };
    const message = `${text}; but ${doubt.why}. If ${words(doubt.other)} is meant: ${asOptions(doubt.other)}; if not: ${asOptions(first)}.`;
    return {
      options: made,
      notes: [],
      warnings: [{ kind: 'doubtful_scale', message, rows, examples: [example] }],
    };
  }
  return {
    options: made,
    notes: isUsual ? [] : [`${text}. Otherwise: ${asOptions(scaleFive)}.`],
    warnings: [],
  };
}

const scaleFive: RatingScale = { min: 1, max: 5, satisfied: 4 };

const words = ({ min, max }: RatingScale): string => `${String(min)} to ${String(max)}`;

function asOptions({ min, max, satisfied }: RatingScale): string {
  const from = mention('csatSatisfied', String(satisfied));
  return `${mention('csatScale', min < 0 ? `${String(min)}..${String(max)}` : `${String(min)}-${String(max)}`)} ${from}`;
}

function scaleOfFile({ plan, shown }: ReadFile): FoundScale | null {
  return findScale({
    parts: shown.ratings,
    writing: plan.rating,
    heading: headingScale(headingOf(plan.match)),
  });
}

function headingOf({ columns }: ReadFile['plan']['match']): string {
  return columns.find(({ field }) => field === 'csat_score')?.heading ?? 'csat_score';
}

const isSame = (one: RatingScale, other: RatingScale): boolean =>
  one.min === other.min && one.max === other.max;

/** Profiles of platforms say their scale, or have the usual one; the generic one says nothing, nor does one of the user without a scale. */
function isOpen(profile: Profile): boolean {
  const names = Object.keys(profile.options ?? {}).map(looseName);
  if (names.includes(looseName('csatScale')) || profile.fields.csat_score?.ratings !== undefined)
    return false;
  return profile.name === genericProfile.name || !allProfiles.includes(profile);
}

/** The options under a found scale; null where a lowest satisfied rating is given that is not on it. */
function withFound(options: ReportOptions, { min, max, satisfied }: RatingScale): ReportOptions | null {
  try {
    return options.withDefaults({ csatScale: { min, max }, csatSatisfied: satisfied });
  } catch {
    return null;
  }
}

/** Whether the user named a scale: then no other default has an effect. */
function isGiven(options: ReportOptions): boolean {
  const { csatScale } = withFound(options, { min: -9, max: 9999, satisfied: 1 }) ?? options;
  return csatScale.min !== -9;
}

/** Words that were read as numbers of another scale than the one that is named. */
function wordWarnings(files: readonly ReadFile[], scale: ReportOptions['csatScale']): ReportWarning[] {
  return files.flatMap((file) => {
    const { plan, shown } = file;
    const found = plan.writings?.rating?.form === 'words' ? scaleOfFile(file) : null;
    if (!found || isSame(found, { ...scale, satisfied: 0 })) return [];
    const rows = shown.ratings.reduce((sum, part) => sum + part.values, 0);
    const message = `${plan.file.name}, column ${JSON.stringify(headingOf(plan.match))}: the ratings are words that count as ${words(found)}, but the scale is ${String(scale.min)} to ${String(scale.max)}: they are compared with it as numbers. If that is wrong: ${asOptions(found)}.`;
    return [{ kind: 'doubtful_scale', message, rows, examples: [] }];
  });
}

function differing(names: readonly string[], scales: readonly (FoundScale | null)[]): ReportWarning {
  const each = names.flatMap((name, at) => {
    const scale = scales[at];
    return scale ? [`${name}: ${words(scale)}`] : [];
  });
  const message = `The ratings of the files seem to be on different scales (${each.join('; ')}): make a report of each, or name one scale: ${mention('csatScale', 'LOW-HIGH')} ${mention('csatSatisfied', 'RATING')}.`;
  return { kind: 'doubtful_scale', message, rows: 0, examples: [] };
}
