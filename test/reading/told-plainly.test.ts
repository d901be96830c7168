import { describe, expect, it, test } from 'vitest';
import { planFile } from '../../src/reading/plan.js';
import { parseOptions } from '../../src/options/options.js';
import { readingChoices } from '../../src/report/reading/choices.js';
import { endingOf, sourceOf } from '../files/sources.js';
import { tempFiles } from './temp-files.js';
import { readBack } from './writings/read-back.js';

const ending = (csv: string) =>
  endingOf(() => planFile(sourceOf(csv, 'chats.csv'), readingChoices(parseOptions({}))));

describe('a file of messages is recognised by its headings', () => {
  it.each([
    'Timestamp,Author,Message',
    'Date,Time,Author,Message,Chat ID',
    'sent_at;sender;body;conversation id',
    'Zeit;Absender;Nachricht',
  ])('%s', async (headings) => {
    const row = headings.replaceAll(/[^,;]+/g, '1');
    expect(await ending(`${headings}\n${row}`)).toMatchObject({
      code: 'rows_are_messages',
      message: expect.stringContaining('chats.csv seems to have one row per message'),
      hint: expect.stringContaining('--map closed_by='),
    });
  });

  it('but not by some of them', async () => {
    expect((await ending('Timestamp,Author,Mood\n1,2,3')).code).toBe('missing_column');
  });
});

test.each(['@@', '#', '§'])(
  'a file of one column names %s as what may stand between its fields',
  async (sign) => {
    const { hint } = await ending(['Chat ID', 'Agent', 'Chat Start'].join(sign));
    expect(hint).toContain(`If ${sign} stands between its fields: --delimiter "${sign}".`);
  },
);

test('of two agents the last one is proposed as the closer', async () => {
  const { hint } = await ending('chat_id,first_agent,last_agent,created_at\n1,Zed,Asha,2026-01-27 10:00:00');
  expect(hint).toContain('--map closed_by="last_agent"');
});

test('cells between apostrophes are read without them', () => {
  const cells = ["'2026-03-29 14:30:00'", "'2026-03-29 09:05:00'"];
  const day = Date.UTC(2026, 2, 29) / 1000;
  expect(readBack('started_at', cells).values).toEqual([day + 52_200, day + 32_700]);
});

test.each([':::', ',,,\n;;;', '\u0001\u0001'])('a file of %j is not called empty', async (text) => {
  expect((await ending(text)).message).toMatch(/holds no table|has no column/);
});

test('a file of white space is empty', async () => expect((await ending(' \n \n')).code).toBe('empty_file'));

describe('words for "not rated" beside ratings are no ratings', () => {
  it.each<[string[], (number | null)[]]>([
    [
      ['Good', 'Bad', 'Not rated', 'Good'],
      [1, 0, null, 1],
    ],
    [
      ['Very satisfied', 'Neutral', 'No rating', 'Satisfied', 'Dissatisfied'],
      [5, 3, null, 4, 2],
    ],
    [
      ['5', '4', 'Skipped', '3'],
      [5, 4, null, 3],
    ],
    [
      ['4/5', 'Nicht bewertet', '5/5'],
      [4, null, 5],
    ],
    [
      ['👍', '(not rated)', '👎'],
      [1, null, 0],
    ],
  ])('%j', (cells, values) => expect(readBack('csat_score', cells).values).toEqual(values));
});

describe('values that have a warning of their own', () => {
  const files = tempFiles();
  const kindsOf = async (...values: string[]) => {
    const rows = values.map((value, at) => `${String(at)},Asha,2026-03-01 10:00:00,${value}`);
    const report = await files.report(['Chat ID,Agent,Start time,First response time', ...rows].join('\n'));
    return report.data_quality.warnings.map(({ kind }) => kind);
  };

  it('are not told a second time as unreadable', async () => {
    expect(await kindsOf('7.900', '12:30')).toEqual(['doubtful_number', 'doubtful_clock']);
  });

  it('but what stands beside them is told', async () => {
    expect(await kindsOf('7.900', 'soon')).toEqual(['doubtful_number', 'unreadable_duration']);
  });
});
