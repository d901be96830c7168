import agents from '../chats/agents.sql?raw';
import businessMinutes from '../chats/business_minutes.sql?raw';
import chatFacts from '../chats/chat_facts.sql?raw';
import chats from '../chats/chats.sql?raw';
import chatsInHours from '../chats/chats_in_hours.sql?raw';
import closers from '../chats/closers.sql?raw';
import keptDays from '../chats/kept_days.sql?raw';
import rangedChats from '../chats/ranged_chats.sql?raw';
import reasons from '../chats/reasons.sql?raw';
import spellings from '../chats/spellings.sql?raw';
import type { Sql } from '../engines/engine.js';
import { UserError, exitCodes, unusableInput } from '../errors.js';
import { mention } from '../options/mention.js';
import type { ReportOptions } from '../options/options.js';
import { duplicateRowsSql, keptChatsSql, type ChatIdentity } from './duplicates.js';
import { dayOfChats, edgeDays } from './edge-days.js';
import { addDays, dayAfter } from './periods.js';
import type { EdgeDay, ReportRange } from './range.js';
import { insertBusinessHours } from './relations.js';

/** Keeps every chat of `raw_chats` once: as a view, or as a table where they are few or many reports are to be made of them. */
export async function keepChats(engine: Sql, identity: ChatIdentity, asTable: boolean): Promise<void> {
  const keptChats = keptChatsSql(identity);
  await engine.createTable('duplicate_rows', duplicateRowsSql(identity));
  if (identity.rows === 'leg') {
    await engine.createTable('merged_legs', keptChats);
    await engine.createView('kept_chats', 'select * from merged_legs');
  } else if (asTable) await engine.createTable('kept_chats', keptChats);
  else await engine.createView('kept_chats', keptChats);
  await engine.createTable('kept_days', keptDays);
}

/** Makes the relations of the business hours. */
export async function buildBusinessHours(engine: Sql, options: ReportOptions): Promise<void> {
  await insertBusinessHours(engine, options);
  await engine.createTable('business_minutes', businessMinutes);
}

/** Makes the relation `chats` of the range that `insertRange` has put in; those of a range before it are replaced. */
export async function buildChats(engine: Sql): Promise<void> {
  await engine.createView('ranged_chats', rangedChats);
  await engine.createTable('spellings', spellings);
  await engine.createTable('closers', closers);
  await engine.createTable('reasons', reasons);
  await engine.createView('agents', agents);
  await engine.createTable('chat_facts', chatFacts);
  await engine.createView('chats', chats);
  await engine.createView('chats_in_hours', chatsInHours);
}

/**
 * The range of the report: what the options say, else the days of all chats.
 * @throws UserError when no chat is left to report on.
 */
export async function findRange(
  engine: Sql,
  options: Pick<ReportOptions, 'from' | 'to' | 'edgeDays'>,
): Promise<ReportRange> {
  const days = (await engine.query('select day, chats, first_at, last_at from kept_days order by day')).map(
    dayOfChats,
  );
  const first = days[0]?.firstAt ?? null;
  const last = days.at(-1)?.lastAt ?? null;
  const firstMoment = options.from ?? dayText(first);
  const endMoment = options.to ?? dayText(last && addDays(last.slice(0, 10), 1));
  if (firstMoment === null || endMoment === null) throw noChats();
  if (firstMoment >= endMoment) throw outsideRange(first, last);
  const edges = edgeDays(days, options);
  const leftOut = (end: EdgeDay['end']) => edges.find((edge) => edge.end === end)?.day;
  const [early, late] = [leftOut('first'), leftOut('last')];
  return {
    from: firstMoment.slice(0, 10),
    to: dayAfter(endMoment),
    firstMoment,
    endMoment,
    averaged: {
      firstMoment: early === undefined ? firstMoment : `${addDays(early, 1)} 00:00:00`,
      endMoment: late === undefined ? endMoment : `${late} 00:00:00`,
    },
    edges,
  };
}

/** The midnight of the day of a moment. */
function dayText(moment: string | null): string | null {
  return moment && `${moment.slice(0, 10)} 00:00:00`;
}

function noChats(): UserError {
  return unusableInput(
    'no_chats',
    'The file has headings, but no chats.',
    'Export it again for a range of dates that has chats.',
  );
}

function outsideRange(first: string | null, last: string | null): UserError {
  return new UserError({
    code: 'no_chats_in_range',
    message: `No chat starts in the range that ${mention('from')} and ${mention('to')} name.`,
    hint: `The chats start between ${first ?? ''} and ${last ?? ''}.`,
    exitCode: exitCodes.noChatsInRange,
  });
}
