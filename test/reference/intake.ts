import { slotName, slotOf } from './slots.js';
import { dayOf, wallFromIso, wallOf, weekdayOf } from './time.js';
import type { DataQuality, RefChat, RefOptions, WarningKind } from './types.js';
import { warningKinds } from './types.js';

/** `ended_at` as a duplicate is judged by it: missing and faulty are before every other. */
function endRank(chat: RefChat): number {
  return chat.ended_at === null || chat.ended_at < chat.started_at ? -Infinity : chat.ended_at;
}

function beats(challenger: RefChat, holder: RefChat): boolean {
  const [a, b] = [endRank(challenger), endRank(holder)];
  return a === b ? challenger.ordinal > holder.ordinal : a > b;
}

function keepOnePerChat(chats: RefChat[]): Map<string, RefChat> {
  const kept = new Map<string, RefChat>();
  for (const chat of chats) {
    const holder = kept.get(chat.chat_id);
    if (!holder || beats(chat, holder)) kept.set(chat.chat_id, chat);
  }
  return kept;
}

/** Compared by the trimmed text of all fields where known, else by the values read. */
function sameContent(a: RefChat, b: RefChat): boolean {
  const content = (chat: RefChat) => JSON.stringify(chat.fields ?? { ...chat, ordinal: 0 });
  return content(a) === content(b);
}

function inRange(chat: RefChat, options: RefOptions): boolean {
  const wall = wallOf(chat.started_at, options.zone);
  if (options.from !== null && wall < wallFromIso(options.from)) return false;
  return options.to === null || wall < wallFromIso(options.to);
}

function passesFilters(chat: RefChat, options: RefOptions): boolean {
  const wall = wallOf(chat.started_at, options.zone);
  const { weekdays, halfHours } = options;
  if (weekdays.length > 0 && !weekdays.includes(weekdayOf(dayOf(wall)))) return false;
  return halfHours.length === 0 || halfHours.includes(slotName(slotOf(wall)));
}

/** Makes faulty times and durations null and reports a warning for each faulty value. */
function clean(raw: RefChat, options: RefOptions, warn: (kind: WarningKind) => void): RefChat {
  const was_assigned = raw.assigned_at !== null || (raw.faults ?? []).includes('unreadable_assigned_at');
  const chat = { ...raw, was_assigned };
  for (const fault of raw.faults ?? []) warn(fault);
  cleanTimes(chat, warn);
  cleanDurations(chat, warn);
  cleanRating(chat, options, warn);
  const endFaulty = raw.ended_at !== chat.ended_at || (raw.faults ?? []).includes('unreadable_ended_at');
  if (chat.closed_by === null && chat.ended_at !== null) warn('open_with_ended_at');
  const endExpected = options.hasField.ended_at !== false && !endFaulty;
  if (chat.closed_by !== null && chat.ended_at === null && endExpected) warn('closed_without_ended_at');
  return chat;
}

function cleanTimes(chat: RefChat, warn: (kind: WarningKind) => void): void {
  if (chat.ended_at !== null && chat.ended_at < chat.started_at) {
    chat.ended_at = null;
    warn('ended_before_started');
  }
  if (chat.assigned_at === null) return;
  const early = chat.assigned_at < chat.started_at;
  const late = chat.ended_at !== null && chat.assigned_at > chat.ended_at;
  if (early || late) {
    chat.assigned_at = null;
    warn('assigned_outside_chat');
  }
}

function cleanDurations(chat: RefChat, warn: (kind: WarningKind) => void): void {
  for (const field of ['bot_first_response_seconds', 'agent_first_response_seconds'] as const) {
    const value = chat[field];
    if (value === null || value >= 0) continue;
    chat[field] = null;
    warn('negative_duration');
  }
}

function cleanRating(chat: RefChat, { csat }: RefOptions, warn: (kind: WarningKind) => void): void {
  const rating = chat.csat_score;
  if (rating === null || (rating >= csat.min && rating <= csat.max)) return;
  chat.csat_score = null;
  if (rating !== 0) warn('rating_out_of_scale');
}

/**
 * Takes the readable rows and the number of rejected ones; returns one cleaned chat per `chat_id` inside
 * the range that passes the filters, all that are inside, and the account of every row.
 */
export function intake(
  chats: RefChat[],
  options: RefOptions,
  rejected: number,
): { used: RefChat[]; inside: RefChat[]; quality: DataQuality } {
  const kept = keepOnePerChat(chats);
  const dropped = chats.filter((chat) => kept.get(chat.chat_id) !== chat);
  const inside = [...kept.values()].filter((chat) => inRange(chat, options));
  const warnings = Object.fromEntries(warningKinds.map((kind) => [kind, 0])) as Record<WarningKind, number>;
  const wanted = inside.filter((chat) => passesFilters(chat, options));
  const used = wanted.map((chat) => clean(chat, options, (kind) => (warnings[kind] += 1)));
  const equal = dropped.filter((chat) => sameContent(chat, kept.get(chat.chat_id) ?? chat)).length;
  const quality = {
    rows_read: chats.length + rejected,
    rows_used: used.length,
    rows_rejected: rejected,
    rows_duplicate: dropped.length,
    rows_out_of_range: kept.size - inside.length,
    rows_filtered_out: inside.length - used.length,
    duplicates_equal: equal,
    duplicates_differing: dropped.length - equal,
    warnings,
  };
  return { used, inside, quality };
}
