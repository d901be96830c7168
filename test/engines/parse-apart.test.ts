import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseBy } from '../../src/engines/duckdb/parse-apart.js';
import { spreadsheetTables } from '../../src/files/spreadsheet/spreadsheet-tables.js';
import { endingOf, sourceOf } from '../files/sources.js';

const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-thread-'));
afterAll(() => rmSync(folder, { recursive: true }));

let programs = 0;

/** What comes of a spreadsheet that a program reads in a thread; the program is what a library may do. */
function readBy(
  program: string,
  limits = { seconds: 20, megabytes: 64 },
): ReturnType<typeof spreadsheetTables> {
  const path = join(folder, `${String((programs += 1))}.mjs`);
  writeFileSync(path, `import { parentPort, workerData } from 'node:worker_threads';\n${program}`);
  const html = '<table><tr><td>Chat ID</td></tr></table>';
  const parseApart = (content: string | Uint8Array, kind: Parameters<typeof parseBy>[2]) =>
    parseBy(path, content, kind, limits);
  return spreadsheetTables({ ...sourceOf(html, 'chats.xls'), parseApart }, 'html_table', {
    isHeading: () => true,
    sheets: [],
  });
}

describe('a spreadsheet is read in a thread', () => {
  test('which gives its sheets', async () => {
    const sheets = `[{ name: 'One', isHidden: false, rows: [{ line: 1, columns: [0], texts: [workerData.kind] }], merges: [] }]`;
    const { tables } = await readBy(`parentPort.postMessage({ sheets: ${sheets} });`);
    expect(tables[0]?.headings).toEqual(['html_table']);
  });

  test('that is stopped when it takes too long', async () => {
    const begin = performance.now();
    const error = await endingOf(() => readBy('for (;;);', { seconds: 0.3, megabytes: 64 }));
    expect(error).toMatchObject({ code: 'workbook_too_large' });
    expect(error.message).toContain('more than 0.3 seconds');
    expect(performance.now() - begin).toBeLessThan(15_000);
  });

  test('that is stopped when it takes too much memory', async () => {
    const error = await endingOf(() =>
      readBy('const all = []; for (;;) all.push(new Array(1000).fill(all.length));', {
        seconds: 60,
        megabytes: 16,
      }),
    );
    expect(error).toMatchObject({ code: 'workbook_too_large' });
    expect(error.message).toContain('more than 16 MB of memory');
  });

  test.each([
    ['says that it failed', `parentPort.postMessage({ failure: 'Bad sectors' });`],
    ['throws', `throw new Error('Bad sectors');`],
    ['ends without a word', 'process.exit(3);'],
  ])('and one that %s is a broken file', async (_, program) => {
    expect(await endingOf(() => readBy(program))).toMatchObject({ code: 'broken_workbook' });
  });
});
