import { describe, expect, it } from 'vitest';
import type { DataQuality, Report } from '../../src/report/report.js';
import { AccountingError, checkAccounting } from '../../src/report/quality/accounting.js';

const quality = {
  rows_read: 10,
  rows_used: 4,
  rows_rejected: 1,
  rows_duplicate: 3,
  rows_out_of_range: 1,
  rows_filtered_out: 1,
  rows_duplicate_equal: 2,
  rows_duplicate_differing: 1,
} as DataQuality;
const chats = { incoming_chats: 4, closed_by_bot: 1, closed_by_agents: 2, open_chats: 1 };
const report = (changed: Partial<DataQuality> = {}, row: Partial<typeof chats> = {}) => ({
  tables: { chat_metrics: [chats, { ...chats, ...row }] } as unknown as Report['tables'],
  data_quality: { ...quality, ...changed },
});

describe('the account of a report', () => {
  it('adds up', () => {
    expect(() => checkAccounting(report())).not.toThrow();
  });

  it.each([
    [
      'a row that is lost',
      report({ rows_read: 11 }),
      'rows_read 11 = rows_used 4 + rows_rejected 1 + rows_duplicate 3 + rows_out_of_range 1 + rows_filtered_out 1',
    ],
    [
      'a duplicate of no kind',
      report({ rows_duplicate_equal: 1 }),
      'rows_duplicate 3 = rows_duplicate_equal 1 + rows_duplicate_differing 1',
    ],
    [
      'a chat without an end of its own',
      report({}, { open_chats: 0 }),
      'incoming_chats 4 = closed_by_bot 1 + closed_by_agents 2 + open_chats 0',
    ],
    [
      'a row that is used and no chat',
      report({ rows_used: 5, rows_rejected: 0 }),
      'rows_used 5 = incoming_chats 4',
    ],
  ])('does not hide %s, and says which sum is wrong, in counts alone', (_, wrong, code) => {
    const check = (): void => checkAccounting(wrong);
    expect(check).toThrow(AccountingError);
    expect(check).toThrow(expect.objectContaining({ code }));
  });
});
