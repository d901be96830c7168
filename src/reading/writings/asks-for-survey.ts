import type { DateEvidence } from '../dates/evidence.js';
import type { FilePlan } from '../plan.js';
import { wordedDate } from './column-writings.js';
import { durationText } from './durations.js';
import { isDoubtfulNumber } from './numbers.js';
import { readRating } from './ratings.js';

/**
 * Whether values that could not be read are written in a way that is known, so that the whole file is looked at: its first rows
 * did not show how its columns are written.
 */
export function asksForSurvey(plan: FilePlan, { unread, unreadNumbers }: DateEvidence): boolean {
  if (plan.isSurveyed) return false;
  const isWorded = ({ example }: { example: string }): boolean => {
    const read = wordedDate(example, {});
    return read !== null && (read.text !== null || read.unknown !== null);
  };
  return unread.some(isWorded) || unreadNumbers.some(({ field, example }) => isKnown(field, example));
}

function isKnown(field: string, text: string): boolean {
  if (/^['=]/.test(text) || isDoubtfulNumber(text)) return true;
  if (field === 'csat_score') return readRating(text, null) !== null;
  return durationText(text, { decimal: null, clock: 'mm:ss' }) !== null;
}
