import type { ChatField } from '../../chats/columns.js';
import type { ColumnTraits } from './column-traits.js';

/** How well the values of a column go with a field: 0 they cannot be it, 1 they are just so; and what was found. */
export interface ValueFit {
  score: number;
  /** How many values are read as what the field holds. */
  parsed: number;
}

const no: ValueFit = { score: 0, parsed: 0 };

/** Whether so many of the filled values are of a kind. */
function mostly(count: number, { filled }: ColumnTraits, share = 0.8): boolean {
  return filled > 0 && count >= filled * share;
}

/** How well a column's values go with a field. */
export function valueFit(field: ChatField, traits: ColumnTraits): ValueFit {
  if (traits.filled === 0) return no;
  switch (field) {
    case 'chat_id':
      return idFit(traits);
    case 'user_id':
      return userFit(traits);
    case 'closed_by':
    case 'closing_reason':
      return nameFit(traits, field === 'closed_by' ? 60 : 200);
    case 'started_at':
      return traits.filled >= traits.rows * 0.9 ? dateFit(traits) : no;
    case 'ended_at':
    case 'assigned_at':
      return dateFit(traits);
    case 'csat_score':
      return ratingFit(traits);
    case 'bot_first_response_seconds':
    case 'agent_first_response_seconds':
      return durationFit(traits);
  }
}

function isTimes(traits: ColumnTraits): boolean {
  return mostly(traits.dates, traits, 0.5) || mostly(traits.spans, traits, 0.5);
}

/** Every chat has one, and hardly two have the same; names and sentences are none. */
function idFit(traits: ColumnTraits): ValueFit {
  const { rows, filled, distinct, numbers, codes, spaced, length, emails } = traits;
  if (isTimes(traits) || filled < rows * 0.9 || distinct < filled * 0.5) return no;
  if (spaced > filled * 0.2 || emails > 0 || length > 100 || (numbers + codes) * 2 < filled) return no;
  return { score: distinct >= filled * 0.95 ? 1 : 0.5, parsed: filled };
}

function userFit(traits: ColumnTraits): ValueFit {
  const { filled, distinct, length, rows } = traits;
  if (isTimes(traits) || length > 100 || (distinct < 2 && filled > 1) || filled < rows * 0.2) return no;
  const isCode = traits.codes + traits.emails + traits.numbers >= filled * 0.8;
  return { score: isCode ? 1 : 0.7, parsed: filled };
}

/** A few names that come again and again; no dates, no numbers. */
function nameFit(traits: ColumnTraits, longest: number): ValueFit {
  const { filled, distinct, length, words } = traits;
  if (isTimes(traits) || !mostly(words, traits) || length > longest) return no;
  const isMadeUp = traits.codes > filled * 0.5 && distinct > filled * 0.8;
  if (isMadeUp) return no;
  const comesAgain = distinct <= Math.max(3, filled / 2);
  return { score: comesAgain ? 1 : 0.4, parsed: words };
}

function dateFit(traits: ColumnTraits): ValueFit {
  const dates = mostly(traits.unix, traits) ? traits.unix : traits.dates;
  if (!mostly(dates, traits)) return no;
  return { score: dates === traits.dates ? 1 : 0.8, parsed: dates };
}

/** Numbers or clocks that are no dates. Two numbers throughout are yes and no. */
function durationFit(traits: ColumnTraits): ValueFit {
  const { numbers, spans, dates, low } = traits;
  const parsed = Math.max(numbers, spans, numbers + spans <= traits.filled ? numbers + spans : 0);
  if (!mostly(parsed, traits) || mostly(dates, traits, 0.5) || (low ?? 0) < 0) return no;
  const isFlag = traits.distinct <= 2 && traits.filled > 4;
  return isFlag ? no : { score: 1, parsed };
}

/** Few different values, small numbers among them. */
function ratingFit(traits: ColumnTraits): ValueFit {
  const { numbers, distinct, low, high, length, filled } = traits;
  if (isTimes(traits) && numbers < filled) return no;
  const areNumbers = mostly(numbers, traits) && (low ?? 0) >= -10 && (high ?? 0) <= 100;
  if (areNumbers && distinct <= 101) return { score: (high ?? 0) <= 10 ? 1 : 0.6, parsed: numbers };
  const areWords = distinct <= 12 && length <= 40 && !mostly(numbers, traits, 0.5);
  return areWords ? { score: 0.6, parsed: filled } : no;
}
