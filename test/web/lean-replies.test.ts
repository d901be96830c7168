import { expect, it } from 'vitest';
import type { Reply } from '../../src/web/protocol.js';
import { leanReplies, wholeReplies } from '../../src/web/worker/lean-replies.js';
import { madeUpReport } from '../excel/made-up-report.js';

const { tables, ...others } = madeUpReport({ agents: ['Asha'], days: 14 });
const reply = (job: number, changed: Partial<typeof tables>): Extract<Reply, { type: 'report' }> => ({
  type: 'report',
  job,
  made: { report: { ...others, tables: { ...tables, ...changed } }, closers: [] },
});

it('a report sends only the tables that changed, and is whole on the other side', () => {
  const sent: Reply[] = [];
  const arrived: Reply[] = [];
  const take = wholeReplies((one) => arrived.push(one));
  const post = leanReplies((one) => {
    sent.push(one);
    take(structuredClone(one));
  });
  const reports = [reply(1, {}), reply(2, { closing_reasons: [] }), reply(3, {})];
  for (const one of reports) post(one);
  expect(arrived).toEqual(reports);
  const ids = sent.map((one) => one.type === 'report' && Object.keys(one.made.report.tables));
  expect(ids).toEqual([Object.keys(tables), ['closing_reasons'], ['closing_reasons']]);
});

it('other replies pass as they are', () => {
  const arrived: Reply[] = [];
  const progress: Reply = { type: 'engine', state: 'ready' };
  leanReplies(wholeReplies((one) => arrived.push(one)))(progress);
  expect(arrived).toEqual([progress]);
});
