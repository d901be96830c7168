import { csvRecords, trimmed } from './csv.js';
import { instantOf } from './time.js';
import type { Field, ReadingFault, RefChat, RefOptions } from './types.js';

const headings: Record<Field, string> = {
  chat_id: 'RoomCode',
  user_id: 'UserId',
  closed_by: 'ClosedBy',
  closing_reason: 'ClosingComment',
  started_at: 'ChatStartTime',
  ended_at: 'ChatEndTime',
  assigned_at: 'AgentAssignmentTimestamp',
  bot_first_response_seconds: 'BotFirstResponseTime',
  agent_first_response_seconds: 'AgentFirstResponseTime',
  csat_score: 'CsatScore',
};

const missing = new Set(['', '-', 'n/a', 'na', 'null', 'none', 'nan']);

export interface ParseOptions {
  /** The zone in which the file's times are written; null: they are taken as they are. */
  sourceZone: string | null;
  csat: RefOptions['csat'];
}

export interface ParsedChats {
  chats: RefChat[];
  rejected: number;
  hasField: Record<Field, boolean>;
}

/** `dd-MM-yyyy H:mm:ss` as wall seconds; null when it is no real date and time of 1970 to 2105. */
function wallFromSeed(text: string): number | null {
  const match = /^(\d{1,2})-(\d{1,2})-(\d{4}) (\d{1,2}):(\d{2}):(\d{2})(\.\d+)?$/.exec(text);
  if (!match) return null;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24;
  if (!isReal || minute > 59 || second > 59 || year < 1970 || year > 2105) return null;
  return date.getTime() / 1000;
}

/** `H:mm:ss`, with an optional minus sign and fraction, as seconds. */
function durationFromSeed(text: string): number | null {
  const match = /^(-?)(\d+):([0-5]\d):([0-5]\d(?:\.\d+)?)$/.exec(text);
  if (!match) return null;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4]);
  return match[1] === '-' ? -seconds : seconds;
}

function ratingFromText(text: string, { csat }: ParseOptions): number | null {
  const isGoodOrBad = csat.min === 0 && csat.max === 1;
  if (isGoodOrBad && /^(good|bad)$/i.test(text)) return /^good$/i.test(text) ? 1 : 0;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

type Texts = Record<Field, string | null>;

function textsOf(fields: string[], header: string[]): Texts {
  const entries = Object.entries(headings).map(([field, heading]) => {
    const text = fields[header.indexOf(heading)];
    return [field, text === undefined || missing.has(text.toLowerCase()) ? null : text];
  });
  return Object.fromEntries(entries) as Texts;
}

function chatOf(texts: Texts, ordinal: number, options: ParseOptions): RefChat | null {
  const faults: ReadingFault[] = [];
  const read = (text: string | null, parse: (text: string) => number | null, fault: ReadingFault) => {
    const value = text === null ? null : parse(text);
    if (text !== null && value === null) faults.push(fault);
    return value;
  };
  const instant = (text: string) => {
    const wall = wallFromSeed(text);
    return wall === null ? null : instantOf(wall, options.sourceZone);
  };
  const { chat_id, user_id, closed_by, closing_reason } = texts;
  const started_at = texts.started_at === null ? null : instant(texts.started_at);
  if (chat_id === null || started_at === null) return null;
  return {
    chat_id,
    user_id,
    closed_by,
    closing_reason,
    started_at,
    ended_at: read(texts.ended_at, instant, 'unreadable_ended_at'),
    assigned_at: read(texts.assigned_at, instant, 'unreadable_assigned_at'),
    bot_first_response_seconds: read(
      texts.bot_first_response_seconds,
      durationFromSeed,
      'unreadable_duration',
    ),
    agent_first_response_seconds: read(
      texts.agent_first_response_seconds,
      durationFromSeed,
      'unreadable_duration',
    ),
    csat_score: read(texts.csat_score, (text) => ratingFromText(text, options), 'unreadable_rating'),
    ordinal,
    faults,
  };
}

/** The record's fields cut to the header's number; null when it has too few or too many. */
function fitted(record: string[], header: string[]): string[] | null {
  const extra = record.slice(header.length);
  return record.length < header.length || extra.some((field) => field !== '')
    ? null
    : record.slice(0, header.length);
}

/** Reads CSV text with the seed's headings (some may be absent) and the seed's date format. */
export function parseChats(text: string, options: ParseOptions): ParsedChats {
  const [header = [], ...records] = csvRecords(text).map((record) => record.map(trimmed));
  const chats: RefChat[] = [];
  records.forEach((record, ordinal) => {
    const fields = fitted(record, header);
    const chat = fields && chatOf(textsOf(fields, header), ordinal, options);
    if (chat) chats.push({ ...chat, fields: fields ?? [] });
  });
  const has = Object.entries(headings).map(([field, heading]) => [field, header.includes(heading)]);
  return {
    chats,
    rejected: records.length - chats.length,
    hasField: Object.fromEntries(has) as Record<Field, boolean>,
  };
}
