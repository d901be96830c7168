import { unzipSync, strFromU8 } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError, exitCodes } from '../../src/errors.js';
import { sampleCsv } from '../../src/index.js';
import type { Input } from '../../src/web/protocol.js';
import { Desk, file, type Told } from './service-desk.js';

const desks: Desk[] = [];
const newDesk = (): Desk => {
  const desk = new Desk();
  desks.push(desk);
  return desk;
};
afterEach(async () => {
  for (const { engines } of desks.splice(0)) for (const engine of engines) await engine.close();
});

const chats = (count: number): string => [...sampleCsv({ chats: count, seed: 1 })].join('');
const incoming = ({ made }: Told<'report'>) =>
  made.report.tables.chat_metrics.find((row) => row['period_start'] === null)?.['incoming_chats'];

describe('the service behind the page', () => {
  it('looks at a file without the engine: fields, reasons, first values, how many rows', async () => {
    const desk = newDesk();
    const job = desk.ask({ type: 'open', input: file('a.csv', chats(300)) });
    const { files } = await desk.reply('looked', job);
    expect(files[0]).toMatchObject({ name: 'a.csv', missingNeeded: [], sheets: [], form: { kind: 'csv' } });
    expect(files[0]?.rowsGuess).toBeGreaterThan(290);
    const [first] = files[0]?.columns ?? [];
    expect(first).toMatchObject({ heading: 'RoomCode', field: 'chat_id' });
    expect(first?.samples).toHaveLength(3);
    expect(desk.engines).toHaveLength(0);
  });

  it('makes a report, tells how it reads the file and who closed chats, and then follows the options', async () => {
    const desk = newDesk().start();
    await desk.reply('looked', desk.ask({ type: 'open', input: { sampleChats: 400 } }));
    const first = await desk.report();
    expect(incoming(first)).toBe(400);
    expect(first.made.closers.some(({ isBot }) => isBot)).toBe(true);
    expect((await desk.reply('read')).files[0]?.decision.order).toBe('dmy');
    const filtered = await desk.report({ weekday: ['saturday'] });
    expect(Number(incoming(filtered))).toBeLessThan(400);
    expect(desk.replies.filter(({ type }) => type === 'read')).toHaveLength(1);
  });

  it('answers the newest of several requests alone', async () => {
    const desk = newDesk().start();
    desk.ask({ type: 'open', input: { sampleChats: 400 } });
    const jobs = ['day', 'month', 'week', 'month'].map((period) =>
      desk.ask({ type: 'report', options: { period } }),
    );
    const { made } = await desk.reply('report', jobs.at(-1));
    expect(made.report.options.period).toBe('month');
    expect(desk.replies.filter(({ type }) => type === 'report')).toHaveLength(1);
  });

  it('stops when it is told to, and takes up the work again afterwards', async () => {
    const desk = newDesk().start();
    desk.ask({ type: 'open', input: { sampleChats: 3000 } });
    const job = desk.ask({ type: 'report' });
    await desk.reply('read', job);
    desk.send({ type: 'cancel' });
    expect((await desk.reply('failed', job)).error.code).toBe('cancelled');
    expect(incoming(await desk.report())).toBe(3000);
  });

  it('leaves the first file for a second one that comes during the work', async () => {
    const desk = newDesk().start();
    desk.ask({ type: 'open', input: { sampleChats: 3000 } });
    const first = desk.ask({ type: 'report' });
    desk.ask({ type: 'open', input: file('b.csv', chats(50)) });
    const second = await desk.report();
    expect(incoming(second)).toBe(50);
    expect((await desk.reply('failed', first)).error.code).toBe('cancelled');
  });

  it('says what is wrong with a file and with options, as the command line does', async () => {
    const desk = newDesk().start();
    const pdf = await desk.reply('failed', desk.ask({ type: 'open', input: file('a.pdf', '%PDF-1.7') }));
    expect(pdf.error).toMatchObject({
      code: 'pdf_file',
      message: 'a.pdf is a PDF.',
      place: { file: 'a.pdf' },
    });
    await desk.reply('looked', desk.ask({ type: 'open', input: { sampleChats: 100 } }));
    const wrong = await desk.reply('failed', desk.ask({ type: 'report', options: { period: 'year' } }));
    expect(wrong.error.code).toBe('bad_value');
    expect(incoming(await desk.report())).toBe(100);
  });

  it('uses an engine no more that lost rows, ran out of memory or broke down', async () => {
    const desk = newDesk().start();
    const codes = ['rows_lost', 'too_big_for_browser', 'engine_failed'];
    for (const [at, code] of codes.entries()) {
      const error = new UserError({ code, message: 'It failed.', exitCode: exitCodes.unusableInput });
      desk.ask({ type: 'open', input: { sampleChats: 100 } });
      desk.fault = { readFile: () => Promise.reject(error) };
      const job = desk.ask({ type: 'report' });
      expect((await desk.reply('failed', job)).error).toMatchObject({ code, message: 'It failed.' });
      desk.fault = {};
      expect(incoming(await desk.report())).toBe(100);
      expect(desk.engines).toHaveLength(at + 2);
    }
  });

  it('says what an unforeseen fault was, and goes on with a new engine', async () => {
    const desk = newDesk().start();
    desk.ask({ type: 'open', input: { sampleChats: 100 } });
    desk.fault = { query: () => Promise.reject(new TypeError('x is undefined')) };
    const { error } = await desk.reply('failed', desk.ask({ type: 'report' }));
    expect(error.code).toBe('bug');
    expect(error.message).toContain('x is undefined');
    desk.fault = {};
    expect(incoming(await desk.report())).toBe(100);
  });

  it('tries to open the engine again after it could not be opened', async () => {
    const desk = newDesk();
    desk.openingFails = new Error('no wasm');
    desk.start();
    expect(await desk.reply('engine')).toEqual({ type: 'engine', state: 'loading' });
    desk.ask({ type: 'open', input: { sampleChats: 100 } });
    const job = desk.ask({ type: 'report' });
    expect((await desk.reply('failed', job)).error.message).toContain('no wasm');
    desk.openingFails = null;
    expect(incoming(await desk.report())).toBe(100);
  });

  it('tells two files of one name apart, and makes one report of both', async () => {
    const desk = newDesk().start();
    const [one, two] = [chats(20), chats(20).replaceAll(/^(\d)/gm, '9$1')];
    const input: Input = {
      files: [
        { name: 'a.csv', blob: new Blob([one]) },
        { name: 'a.csv', blob: new Blob([two]) },
      ],
    };
    const { files } = await desk.reply('looked', desk.ask({ type: 'open', input }));
    expect(files.map(({ name }) => name)).toEqual(['a.csv', 'a.csv (2)']);
    expect(incoming(await desk.report())).toBe(40);
  });
});

describe('what is shown of a file before it is read', () => {
  it('is the unit that its headings name, and no platform for columns that the user names', async () => {
    const desk = newDesk().start();
    const content = 'Vorgang;Beginn;Bearbeitet von;Erste Antwort (Min.)\n7;2021-02-01 09:00;Ann;2\n';
    const map = {
      chat_id: 'Vorgang',
      started_at: 'Beginn',
      closed_by: 'Bearbeitet von',
      agent_first_response_seconds: 'Erste Antwort (Min.)',
    };
    const job = desk.ask({ type: 'open', input: file('german.csv', content), options: { map } });
    const [looked] = (await desk.reply('looked', job)).files;
    expect(looked?.profile.name).toBe('generic');
    expect(looked?.units).toEqual({ agent_first_response_seconds: 'minutes' });
  });
});

describe('what the service writes', () => {
  const write = async (desk: Desk, kind: Parameters<Desk['ask']>[0] & { type: 'download' }) =>
    (await desk.reply('download', desk.ask(kind))).download;

  it('is named after the days of the report, and comes of the report that is asked for', async () => {
    const desk = newDesk().start();
    desk.ask({ type: 'open', input: { sampleChats: 200 } });
    await desk.report();
    const json = await write(desk, { type: 'download', kind: 'json', options: { period: 'month' } });
    expect(json.name).toMatch(/^chat-report-2026-02-\d\d_2026-0\d-\d\d\.json$/);
    expect(JSON.parse(await json.blob.text())).toMatchObject({ options: { period: 'month' } });
    const zip = await write(desk, { type: 'download', kind: 'csv' });
    const tables = unzipSync(new Uint8Array(await zip.blob.arrayBuffer()));
    expect(Object.keys(tables)).toContain('chat_metrics.csv');
    expect(strFromU8(tables['data_quality.csv'] ?? new Uint8Array())).toContain('rows_used,200');
    const chatRows = await write(desk, { type: 'download', kind: 'chats' });
    expect((await chatRows.blob.text()).trim().split('\n').length).toBeGreaterThan(200);
  });

  it('is a workbook, with every chat too, and a page', async () => {
    const desk = newDesk().start();
    desk.ask({ type: 'open', input: { sampleChats: 50 } });
    for (const kind of ['xlsx', 'xlsx-with-chats'] as const) {
      const { blob } = await write(desk, { type: 'download', kind });
      const parts = Object.keys(unzipSync(new Uint8Array(await blob.arrayBuffer())));
      expect(parts).toContain('xl/workbook.xml');
    }
    const { blob } = await write(desk, { type: 'download', kind: 'html' });
    expect(await blob.text()).toMatch(/^<!DOCTYPE html>/);
  });

  it('are the rejected rows, even where no row is left for a report', async () => {
    const desk = newDesk().start();
    const text = 'chat id,closed by,start time\n1,A,never\n2,=B,soon\n';
    desk.ask({ type: 'open', input: file('bad.csv', text) });
    const failed = await desk.reply('failed', desk.ask({ type: 'report' }));
    expect(failed.error.code).toBe('all_rejected');
    const { name, blob } = await write(desk, { type: 'download', kind: 'rejects' });
    expect(name).toBe('rejected-rows.csv');
    expect((await blob.text()).split('\n').slice(0, 3)).toEqual([
      'chat id,closed by,start time,chat_metrics_file,chat_metrics_line,chat_metrics_reason,chat_metrics_text',
      '1,A,never,bad.csv,2,unreadable started_at,"1,A,never"',
      `2,'=B,soon,bad.csv,3,unreadable started_at,"2,=B,soon"`,
    ]);
  });

  it('is the way in which the file is read, as a profile', async () => {
    const desk = newDesk().start();
    desk.ask({ type: 'open', input: file('a.csv', 'Ref,By,start time\n1,A,2021-01-01\n') });
    await desk.report({ map: { chat_id: 'Ref', closed_by: 'By' } });
    const { blob } = await write(desk, { type: 'download', kind: 'profile' });
    expect(JSON.parse(await blob.text())).toMatchObject({
      fields: { chat_id: { headings: ['Ref'] }, closed_by: { headings: ['By'] } },
    });
  });
});
