import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nobodyKeys } from '../../src/options/nobody.js';
import { isDay, isTimeOfDay } from '../../src/reading/dates/joined-text.js';
import { lookAtStatus } from '../../src/reading/open-status.js';
import { ratingWriting } from '../../src/reading/writings/rating-form.js';
import { ratingText } from '../../src/reading/writings/ratings.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const lines = readFileSync('test/cases/files/00_base.csv', 'utf8').trimEnd().split(/\r?\n/);
const seen = (texts: readonly string[]) =>
  new Map(texts.map((example) => [example, { example, values: 1 }] as const));

describe('variants of what files really hold', () => {
  it('a German date is no time of day', () => {
    expect(['27.01.2026', '14.59', '14:59:00.5', '45:00'].map(isTimeOfDay)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('midnight in twelve hours is a day without a time', () => {
    expect(['1/27/2026 12:00 AM', '27/01/2026 00:00', '1/27/2026 12:00 PM'].map(isDay)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('placeholders with a word or a reason beside them are nobody', () => {
    const keys = nobodyKeys(null);
    for (const key of ['naunassigned', 'unassignedagent', 'unassignedqueue', 'na', '0'])
      expect(keys).toContain(`|${key}|`);
  });

  it('a bare number beside ratings that say what they are out of does not count', () => {
    const writing = ratingWriting(seen(['8/10', '4/10', '4']), null);
    expect(['8/10', '4'].map((text) => writing && ratingText(text, writing, null))).toEqual(['8', null]);
  });

  it('a status that begins with a known word is that status, and unknown ones are said', async () => {
    const columns = [
      { heading: 'Status', field: null, condition: 'open_when', rule: '', isUnverified: false },
    ];
    const look = (values: string[]) =>
      lookAtStatus(
        { columns } as unknown as Parameters<typeof lookAtStatus>[0],
        values.map((value) => [value]),
        null,
      );
    expect(look(['Open - waiting', 'Closed Complete', 'status.closed'])).toMatchObject({
      unknown: [],
      isUsed: true,
    });
    const csv = lines.map((line, at) => `${line},${at === 0 ? 'Status' : at % 2 ? '2' : '5'}`).join('\n');
    const report = await files.report(csv);
    expect(report.data_quality.notes.join('\n')).toMatch(
      /"Status" has words that are not known.*--open-status/,
    );
    expect(report.tables.chat_metrics[0]?.['open_chats']).toBe(0);
  });
});
