import type { Row, Value } from '../../src/report/report.js';

type Identity = (number: (id: string) => number) => number;

/** Figures that are made from others of their row, as metrics.md has it. */
const identities: Record<string, Identity> = {
  bot_deflection_rate: (number) => number('closed_by_bot') / number('incoming_chats'),
  csat_response_rate: (number) => number('csat_rated_chats') / number('chats_resolved'),
  span_seconds: (number) => number('active_seconds') + number('free_seconds'),
  occupancy_rate: (number) => number('active_seconds') / number('span_seconds'),
  concurrency: (number) => number('cumulative_seconds') / number('active_seconds'),
  chats_per_active_hour: (number) => (number('chats') * 3600) / number('active_seconds'),
};

/** A made-up row with figures that hold together; a share of nothing is empty. */
export function consistent(row: Row): Row {
  const made: Record<string, Value> = { ...row };
  for (const [id, identity] of Object.entries(identities)) {
    if (made[id] === undefined || made[id] === null) continue;
    const value = identity((other) => Number(made[other] ?? 0));
    made[id] = Number.isFinite(value) ? value : null;
  }
  return made;
}

/** The share of all chats, and the chats of one day. */
export function shared(rows: Row[], days: number): Row[] {
  const all = rows.reduce((sum, row) => sum + Number(row['chats']), 0);
  return rows.map((row) => {
    const chats = Number(row['chats']);
    const share = { ...row, share_rate: all > 0 ? chats / all : null };
    return 'chats_per_day' in row ? { ...share, chats_per_day: chats / days } : share;
  });
}

/** The change of each period against the one before; the first, and one after nothing, has none. */
export function changing(periods: Row[]): Row[] {
  return periods.map((row, index) => {
    const [now, before] = [row, periods[index - 1]].map((one) => Number(one?.['incoming_chats'] ?? 0));
    const known = index > 0 && before && now !== undefined && row['is_partial'] !== true;
    return { ...row, incoming_change_rate: known ? now / before - 1 : null };
  });
}

/** The row over all of them: sums, the first and the last time, and what is made from those. */
export function added(over: Row, rows: Row[], ids: readonly string[]): Row {
  const sums = ids.map((id) => [id, rows.reduce((sum, row) => sum + Number(row[id] ?? 0), 0)]);
  return consistent({ ...over, ...(Object.fromEntries(sums) as Row) });
}
