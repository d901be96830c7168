import { describe, expect, it } from 'vitest';
import { pastedFiles } from '../../src/web/input/pasted.js';
import { assigned, inUnit, withBot } from '../../src/web/mapping/changes.js';
import { dateReadings, tellingDate } from '../../src/web/state/date-readings.js';
import { ReportProgress } from '../../src/web/worker/progress.js';
import { readingChoices } from '../../src/report/reading/choices.js';
import { parseOptions } from '../../src/options/options.js';
import { profileNamed } from '../../src/reading/profiles/choose-profile.js';
import type { Settings } from '../../src/web/state/settings.js';

describe('what is pasted', () => {
  const clipboard = (text: string, files: File[] = []) => ({ files, getData: () => text });

  it('is a file, or the text of a table', async () => {
    const [file] = pastedFiles(clipboard('', [new File(['x'], 'a.xlsx')]));
    expect(file?.name).toBe('a.xlsx');
    const [table] = pastedFiles(clipboard('id\tname\n1\tAnn'));
    expect([table?.name, await table?.blob.text()]).toEqual(['pasted.csv', 'id\tname\n1\tAnn']);
  });

  it('is nothing where it is no table', () => {
    for (const text of ['', 'a word', 'a,b', 'two\nlines']) expect(pastedFiles(clipboard(text))).toEqual([]);
  });
});

describe('changing what a column is used as', () => {
  const file = { profile: profileNamed('verloop') };
  const choices = (settings: Settings) => readingChoices(parseOptions(settings));

  it('gives the field the column, and takes it from the one that had it', () => {
    const first = assigned({}, file, { heading: 'Who', field: null }, 'closed_by');
    expect(first).toEqual({ map: { closed_by: 'Who' } });
    const second = assigned(first, file, { heading: 'Other', field: null }, 'closed_by');
    expect(second).toEqual({ map: { closed_by: 'Other' } });
    expect(assigned(second, file, { heading: 'Other', field: 'closed_by' }, 'user_id')).toEqual({
      map: { user_id: 'Other' },
    });
  });

  it('makes it unused again, also where its heading is known', () => {
    const mapped: Settings = { map: { closed_by: 'Who' } };
    expect(assigned(mapped, file, { heading: 'Who', field: 'closed_by' }, null)).toEqual({});
    for (const field of ['csat_score', 'chat_id'] as const) {
      const unused = assigned({}, file, { heading: 'X', field }, null);
      const profile = choices(unused).profile;
      expect(profile?.fields[field]?.headings).not.toEqual(file.profile.fields[field]?.headings);
      expect(profile?.fields.user_id).toEqual(file.profile.fields.user_id);
    }
  });

  it('keeps the other units and bots', () => {
    const unit = { agent_first_response_seconds: 'minutes' };
    expect(inUnit({ unit }, 'bot_first_response_seconds', 'hours')).toEqual({
      unit: { agent_first_response_seconds: 'minutes', bot_first_response_seconds: 'hours' },
    });
    expect(withBot({}, ['System', 'Bot'], 'R2', true)).toEqual({ bots: ['System', 'Bot', 'R2'] });
    expect(withBot({ bots: ['System', 'Bot', 'R2'] }, ['System', 'Bot', 'R2'], 'r2', false)).toEqual({});
    expect(withBot({}, ['System'], 'system', false)).toEqual({ bots: [] });
    expect(withBot({}, ['ΒΟΗΘΟΣ'], 'Βοηθος', true)).toEqual({ bots: ['Βοηθος'] });
  });
});

describe('the readings of a date', () => {
  it('are one for each order, or none where it is plain', () => {
    const texts = (written: string) => dateReadings(written).map(({ order, text }) => [order, text !== null]);
    expect(texts('05-07-2021 10:00')).toEqual([
      ['dmy', true],
      ['mdy', true],
      ['ymd', false],
    ]);
    expect(texts('26/02/21')).toEqual([
      ['dmy', true],
      ['mdy', false],
      ['ymd', true],
    ]);
    expect([dateReadings('2021-02-05'), dateReadings('5 Feb 2021')]).toEqual([[], []]);
  });

  it('are shown of the date that tells most', () => {
    expect(tellingDate(['01/01/2021', '26/02/2021', '05/07/2021', '06/07/2021'])).toBe('05/07/2021');
    expect(tellingDate(['2021-01-01'])).toBe('2021-01-01');
    expect(tellingDate([])).toBe(null);
  });
});

describe('the progress of a report', () => {
  it('grows from reading through the tables, with rows and bytes', () => {
    const reads = [
      { name: 'a', bytes: 0 },
      { name: 'b', bytes: 0 },
    ];
    const progress = new ReportProgress(
      [
        { bytes: 100, rowsGuess: 10 },
        { bytes: 300, rowsGuess: 30 },
      ],
      reads,
    );
    expect(progress.now(null)).toMatchObject({ percent: 0, rows: null, bytes: null });
    progress.step('Reading a');
    reads[0]!.bytes = 50;
    expect(progress.now(null)).toMatchObject({ rows: 5, bytes: 50, totalBytes: 400 });
    progress.step('Reading b');
    reads[1]!.bytes = 150;
    const half = progress.now(null);
    expect(half).toMatchObject({ step: 'Reading b', rows: 25, bytes: 250 });
    reads[1]!.bytes = 300;
    expect(progress.now(null).percent).toBe(null);
    progress.step('Sorting out rejected and duplicate rows');
    const sorting = progress.now(null).percent ?? 0;
    progress.step('Computing chat metrics');
    expect(progress.now(null).percent).toBeGreaterThan(sorting);
    expect(progress.now(null)).toMatchObject({ rows: 40, bytes: 400 });
  });

  it('is that of the engine while it reads a file that is looked through faster beside that', () => {
    const reads = [{ name: 'a', bytes: 100 }];
    const progress = new ReportProgress([{ bytes: 100, rowsGuess: 10 }], reads);
    progress.step('Reading a');
    expect(progress.now(0)).toMatchObject({ percent: 0, bytes: 0 });
    expect(progress.now(60)).toMatchObject({ percent: 45, bytes: 60, rows: 6 });
  });

  it('does not go back where the engine reads a cleaned copy of a file', () => {
    const reads = [{ name: 'a', bytes: 100 }];
    const progress = new ReportProgress([{ bytes: 100, rowsGuess: 10 }], reads);
    progress.step('Reading a');
    expect(progress.now(null)).toMatchObject({ percent: null, bytes: 100 });
    expect(progress.now(10)).toMatchObject({ percent: null, bytes: 100 });
  });

  it('says nothing of rows and bytes where no file is read again', () => {
    const progress = new ReportProgress([{ bytes: 100, rowsGuess: null }], [{ name: 'a', bytes: 100 }]);
    progress.step('Computing chat metrics');
    const { percent, ...others } = progress.now(null);
    expect(percent).toBeGreaterThan(0);
    expect(others).toEqual({ step: 'Computing chat metrics', rows: null, bytes: null, totalBytes: null });
  });
});
