import type { Reply } from '../protocol.js';

type Take = (reply: Reply) => void;
type Tables = Extract<Reply, { type: 'report' }>['made']['report']['tables'];

/**
 * A table that is that of the report before is not sent once more: copying tens of thousands of rows takes longer than what
 * most settings change. The other side of the same connection puts it back: `wholeReplies`.
 */
export function leanReplies(post: Take): Take {
  let last: Partial<Tables> = {};
  return (reply) => {
    if (reply.type !== 'report') return post(reply);
    const { tables } = reply.made.report;
    const before = last;
    last = tables;
    const changed = Object.entries(tables).filter(([id, rows]) => before[id as keyof Tables] !== rows);
    post(withTables(reply, Object.fromEntries(changed)));
  };
}

/** Puts back what `leanReplies` has left out; every reply of a connection has to pass, wanted or not. */
export function wholeReplies(take: Take): Take {
  let last: Partial<Tables> = {};
  return (reply) => {
    if (reply.type !== 'report') return take(reply);
    last = { ...last, ...reply.made.report.tables };
    take(withTables(reply, last));
  };
}

function withTables(reply: Extract<Reply, { type: 'report' }>, tables: Partial<Tables>): Reply {
  const { made } = reply;
  return { ...reply, made: { ...made, report: { ...made.report, tables: tables as Tables } } };
}
