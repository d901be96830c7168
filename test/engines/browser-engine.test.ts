import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { sampleCsv } from '../../src/index.js';
import { openPage, type TestPage } from './browser/open-page.js';

let page: TestPage;
beforeAll(async () => {
  page = await openPage();
});
afterAll(() => page.close());

const chats = (count: number): string => [...sampleCsv({ chats: count, seed: 3 })].join('');

describe('the engine in the page', () => {
  it('is the same DuckDB as on this computer', async () => {
    const native = await openDuckDb({ threads: 1 });
    await native.close();
    expect(await page.call('engineName')).toBe(native.name);
  });

  it('tells how much of a file it has read, and nothing once it is done', async () => {
    await page.write('long.csv', chats(300_000));
    const { during, after } = await page.call('progressOf', 'long.csv');
    const told = during.filter((percent) => percent !== null);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.filter((percent) => percent > 0 && percent < 100).length).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(100);
    expect(after).toBe(null);
  });

  it('says what to type when a file is too big for it, and goes on', async () => {
    await page.write('big.csv', chats(60_000));
    const { failed, after } = await page.call('withLittleMemory', 'big.csv');
    expect(failed).toEqual({
      exitCode: 3,
      code: 'too_big_for_browser',
      message: 'big.csv is too big for this browser: its engine has no more memory.',
      hint: 'Make the report on the command line, which can take far larger files: chat-metrics report "big.csv"',
    });
    expect(after).toEqual([{ x: 1 }]);
  });

  it('says that a file was changed after it was chosen', async () => {
    const path = await page.write('chosen.csv', chats(100));
    await page.page.setInputFiles('input', path);
    expect(await page.call('failureOfChosen')).toBe(null);
    await writeFile(path, chats(200));
    expect(await page.call('failureOfChosen')).toMatchObject({
      code: 'cannot_read',
      message: expect.stringContaining('chosen.csv cannot be read:') as string,
      hint: 'Was it moved or changed since it was chosen? Choose it again.',
    });
  });

  it('leaves nothing waiting when it is closed', async () => {
    const cancelled = expect.objectContaining({ code: 'cancelled' }) as unknown;
    expect(await page.call('closing')).toEqual([cancelled, cancelled]);
  });

  it('says that it cannot be started', async () => {
    await page.write('broken.js', `setTimeout(() => { throw new Error('worn out'); })`);
    const openings = [
      { workerUrl: '/files/broken.js' },
      { workerUrl: '/files/none.js' },
      { engineUrl: '/files/broken.js' },
      { engineUrl: '/files/none.js' },
      { wasmUrl: '/files/none.wasm' },
      { wasmUrl: '/files/broken.js' },
    ];
    for (const opening of openings) {
      expect(await page.call('failureOfOpening', opening)).toMatchObject({
        code: 'engine_failed',
        message: expect.stringMatching(/^The engine in this browser stopped: ./) as string,
        hint: 'Load the page again. If it stays so, make the report on the command line: chat-metrics report FILE',
      });
    }
  });

  it('asks once more for its file when the first answer breaks off', async () => {
    let asked = 0;
    await page.page.route('**/*.wasm', (route) => {
      asked += 1;
      return asked === 1 ? route.abort('connectionreset') : route.continue();
    });
    expect(await page.call('failureOfOpening', {})).toBe(null);
    await page.page.unroute('**/*.wasm');
    expect(asked).toBe(2);
  });

  it('asks no other host for an extension', async () => {
    const statement = `select timezone('Asia/Kolkata', now()) as t`;
    await expect(page.call('query', statement)).rejects.toThrow("required extension 'icu'");
    const others = page.requests.filter((url) => !url.replace(/^blob:/, '').startsWith(`${page.origin}/`));
    expect(others).toEqual([]);
    expect(page.violations).toEqual([]);
  });
});

describe('under a policy that lets nobody fetch a blob,', () => {
  let strict: TestPage;
  beforeAll(async () => {
    strict = await openPage('/strict/');
  });
  afterAll(() => strict.close());

  it('the engine gives the same report', async () => {
    for (const one of [page, strict]) await one.write('sample.csv', chats(500));
    expect(await strict.call('report', ['sample.csv'], {})).toEqual(
      await page.call('report', ['sample.csv'], {}),
    );
  });
});
