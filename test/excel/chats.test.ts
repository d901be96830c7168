import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { placeholderSheets, chatsSheets, mostRows } from '../../src/excel/chats/chats-sheet.js';
import { reportToXlsxWithChats } from '../../src/excel/chats/chats-workbook.js';
import { streamParts } from '../../src/excel/chats/zip-stream.js';
import { reportWorkbook } from '../../src/excel/report-workbook.js';
import { serialOf } from '../../src/excel/serial.js';
import { writeWorkbook } from '../../src/excel/write.js';
import { readEntries } from '../../src/excel/zip-parts.js';
import type { Row } from '../../src/report/report.js';
import { inBatches, joined, madeUpChat, madeUpChats, reportOf } from './made-up-chats.js';
import { readChats } from './read-chats.js';
import { repairReasons } from './repair-reasons.js';
import { elements, partsOf, sheetCells, sheetsOf, tablesOf, type Parts } from './xlsx-parts.js';

const written = (rows: Row[], rowsPerSheet?: number): Promise<Uint8Array> =>
  joined(reportToXlsxWithChats(reportOf(rows.length), inBatches(rows).chats, { rowsPerSheet }));

const chatsTables = (parts: Parts) =>
  sheetsOf(parts).flatMap(({ name, part }) =>
    tablesOf(parts, part)
      .filter((table) => /^Chats\d*$/.test(table.name))
      .map(({ name: table, ref }) => ({ sheet: name, table, ref })),
  );

const idsOf = (parts: Parts) => readChats(parts).map((row) => row['Chat ID']);

/** Of each sheet of chats: where its cells are coloured by their numbers. */
const coloured = (parts: Parts) =>
  sheetsOf(parts)
    .filter(({ name }) => name.startsWith('Chats'))
    .map(({ part }) => [
      ...new Set(
        elements(parts.get(part) ?? '', 'conditionalFormatting').map(({ attributes }) => attributes['sqref']),
      ),
    ]);

describe('a workbook with chats', () => {
  it('has a sheet Chats at its end with a table over all chats, and nothing that Excel repairs', async () => {
    const parts = partsOf(await written(madeUpChats(100)));
    expect(repairReasons(parts)).toEqual([]);
    expect(chatsTables(parts)).toEqual([{ sheet: 'Chats', table: 'Chats', ref: 'B7:Z107' }]);
    expect(sheetsOf(parts).at(-1)?.name).toBe('Chats');
    expect(parts.get(sheetsOf(parts).at(-1)?.part ?? '')).toContain('<dimension ref="A1:Z107"/>');
  });

  it('says of a chat what the report says: ids as text, times as serials, seconds and scores as numbers', async () => {
    const chat = madeUpChat(4, { wait_seconds: 12.25, is_satisfied: 1 });
    const [row] = readChats(partsOf(await written([chat])));
    expect(row).toMatchObject({
      'Chat ID': '0004',
      Started: serialOf('2021-02-05 09:00:34'),
      Assigned: null,
      'Period From': serialOf('2021-02-05'),
      Weekday: 'Friday',
      'Half Hour': '09:00 - 09:30',
      'In Business Hours': 'Yes',
      Closer: 'agent',
      Agent: 'Asha',
      'Wait for Agent (seconds)': 12.25,
      'CSAT Score': 4.5,
      'Closed by Bot (1/0)': 0,
      'Satisfied (1/0)': 1,
    });
  });

  it('bands its rows and shows dates as dates, as a table of the other sheets does', async () => {
    const cells = sheetCells(partsOf(await written(madeUpChats(5))), 'Chats');
    const styles = [8, 9, 10, 11, 12].map((row) => cells.get(`D${String(row)}`)?.style);
    expect(styles[0]).toBe(styles[2]);
    expect(styles[1]).toBe(styles[3]);
    expect(styles[0]).not.toBe(styles[1]);
    expect(styles[0]).not.toBe(cells.get('B8')?.style);
  });

  it('makes its columns as wide as the first chats need', async () => {
    const id = 'x'.repeat(30);
    const sheet = partsOf(await written([madeUpChat(1, { user_id: id })]));
    const part = sheet.get(sheetsOf(sheet).at(-1)?.part ?? '') ?? '';
    expect(part).toMatch(/<col min="3" max="3" width="33"/);
    expect(part).toMatch(/<col min="1" max="1" width="2"/);
  });

  it('defines the columns of the chats, which a workbook without chats does not', async () => {
    const texts = [...sheetCells(partsOf(await written(madeUpChats(2))), 'Definitions').values()];
    expect(texts.some(({ text }) => text === 'is_within_target')).toBe(true);
    const without = partsOf(await writeWorkbook(reportWorkbook(reportOf(2))));
    const others = [...sheetCells(without, 'Definitions').values()];
    expect(others.some(({ text }) => text === 'is_within_target')).toBe(false);
  });

  it('keeps texts that no workbook likes as texts', async () => {
    const texts = [
      '=1+1',
      '+1',
      '#N/A',
      ' a ',
      '_x000D_',
      '李小龍',
      'محمد علي',
      '<&">',
      'a"b',
      '1e5',
      '',
      '😀',
    ];
    const chats = texts.map((text, index) => madeUpChat(index, { agent: text, closing_reason: text }));
    const bad = madeUpChat(99, { agent: 'a\u0000b\uD800', closing_reason: 'x'.repeat(40_000) });
    const parts = partsOf(await written([...chats, bad]));
    expect(repairReasons(parts)).toEqual([]);
    const cells = sheetCells(parts, 'Chats');
    const agents = texts.map((_, index) => cells.get(`N${String(8 + index)}`));
    expect(agents.map((cell) => cell?.text)).toEqual(texts);
    expect(new Set(agents.map((cell) => `${cell?.type ?? ''} ${cell?.formula ?? ''}`))).toEqual(
      new Set(['inlineStr ']),
    );
    expect(cells.get(`N${String(8 + texts.length)}`)?.text).toBe('a\uFFFDb\uFFFD');
    expect(cells.get(`O${String(8 + texts.length)}`)?.text).toHaveLength(32_767);
  });

  it('goes on to Chats 2 and Chats 3 with every chat once, in order', async () => {
    const parts = partsOf(await written(madeUpChats(25), 10));
    expect(repairReasons(parts)).toEqual([]);
    expect(chatsTables(parts)).toEqual([
      { sheet: 'Chats', table: 'Chats', ref: 'B7:Z17' },
      { sheet: 'Chats 2', table: 'Chats2', ref: 'B7:Z17' },
      { sheet: 'Chats 3', table: 'Chats3', ref: 'B7:Z12' },
    ]);
    expect(idsOf(parts)).toEqual(madeUpChats(25).map((chat) => chat['chat_id']));
    expect(sheetCells(parts, 'Chats 2').get('B6')?.text).toBe('Chats 11 to 20 of 25');
    expect(sheetCells(parts, 'Chats 2').get('C5')?.text).toBe('Go to Chats 3');
  });

  it('colours the ratings of every row of every sheet', async () => {
    const parts = partsOf(await written(madeUpChats(25), 10));
    expect(coloured(parts)).toEqual([['U8:U17'], ['U8:U17'], ['U8:U12']]);
  });

  it('needs no further sheet for chats that just fit', async () => {
    expect(chatsSheets(20, 10).map(({ name, rows }) => [name, rows])).toEqual([
      ['Chats', 10],
      ['Chats 2', 10],
    ]);
    expect(chatsSheets(mostRows)).toHaveLength(1);
    expect(chatsSheets(mostRows + 1).map(({ rows }) => rows)).toEqual([1_048_569, 1]);
    const parts = partsOf(await written(madeUpChats(20), 10));
    expect(idsOf(parts)).toHaveLength(20);
  });

  it('has one empty row where a filter leaves no chat', async () => {
    const parts = partsOf(await written([]));
    expect(repairReasons(parts)).toEqual([]);
    expect(chatsTables(parts)).toEqual([{ sheet: 'Chats', table: 'Chats', ref: 'B7:Z8' }]);
    expect(idsOf(parts)).toEqual([null]);
    expect(coloured(parts)).toEqual([['U8:U8']]);
  });

  it('is the same file however its chats are cut into batches', async () => {
    const rows = madeUpChats(300);
    const bytes = [1, 64, 1000].map((size) =>
      joined(reportToXlsxWithChats(reportOf(300), inBatches(rows, size).chats)),
    );
    const [first, ...others] = (await Promise.all(bytes)).map((one) => Buffer.from(one).toString('base64'));
    for (const other of others) expect(other === first).toBe(true);
  });

  it('is refused where the report counts other chats, and asks for no more of them', async () => {
    for (const count of [9, 11]) {
      const { chats, isClosed } = inBatches(madeUpChats(count));
      await expect(joined(reportToXlsxWithChats(reportOf(10), chats))).rejects.toThrow(
        'than the report counts',
      );
      expect(isClosed()).toBe(true);
    }
  });

  it('asks for no more chats when nobody reads on, and passes on what goes wrong with them', async () => {
    const { chats, isOpen, isClosed } = inBatches(madeUpChats(5000));
    for await (const _ of reportToXlsxWithChats(reportOf(5000), chats)) if (isOpen()) break;
    expect(isClosed()).toBe(true);
    async function* failing(): AsyncGenerator<Row[]> {
      yield await Promise.resolve(madeUpChats(10));
      throw new Error('no more');
    }
    await expect(joined(reportToXlsxWithChats(reportOf(100), failing()))).rejects.toThrow('no more');
  });
});

describe('the zip of a workbook with chats', () => {
  const chatParts = /worksheets\/sheet\d+\.xml|tables\/table\d+\.xml/;

  it('hands on every other part as it is, still packed', async () => {
    const report = reportOf(50);
    const workbook = reportWorkbook(report, (context) => placeholderSheets(context, chatsSheets(50)));
    const before = new Map(
      readEntries(await writeWorkbook(workbook)).map(({ name, content }) => [name, content]),
    );
    const after = readEntries(await written(madeUpChats(50)));
    expect(after.map(({ name }) => name)).toEqual([...before.keys()]);
    const changed = after.filter(({ name, content }) => !equal(content, before.get(name)));
    expect(changed).toHaveLength(2);
    for (const { name } of changed) expect(name).toMatch(chatParts);
  });

  it('has the checksum and the sizes of every part, also after the part where they were not known before', async () => {
    const bytes = await written(madeUpChats(50));
    const parts = partsOf(bytes);
    for (const { name, central, header, content } of readEntries(bytes)) {
      const text = Buffer.from(parts.get(name) ?? '');
      const view = new DataView(central.buffer);
      const sizes = [16, 20, 24].map((at) => view.getUint32(at, true));
      expect([name, ...sizes]).toEqual([name, crc32(text), content.length, text.length]);
      const follows = (new DataView(header.buffer).getUint16(6, true) & 8) > 0;
      if (!follows) continue;
      const descriptor = new DataView(bytes.buffer, content.byteOffset + content.length, 16);
      expect([0, 4, 8, 12].map((at) => descriptor.getUint32(at, true))).toEqual([0x08074b50, ...sizes]);
    }
  });

  it('is refused with advice when a sheet gets larger than 4 GiB', async () => {
    const zip = await writeWorkbook(reportWorkbook(reportOf(1)));
    const text = 'x'.repeat(2 ** 26);
    async function* endless(): AsyncGenerator<string> {
      for (let count = 0; count < 65; count++) yield await Promise.resolve(text);
    }
    async function* nothing(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const _ of chunks);
      yield Uint8Array.from([0x1f, 0x8b, 8, ...Array<number>(17).fill(0)]);
    }
    const streams = new Map([['xl/worksheets/sheet1.xml', endless]]);
    await expect(joined(streamParts(zip, streams, nothing))).rejects.toMatchObject({
      code: 'workbook_too_large',
      hint: 'Write them as CSV: --format csv -o FOLDER',
    });
  });
});

const equal = (a: Uint8Array, b: Uint8Array | undefined) => b !== undefined && Buffer.compare(a, b) === 0;
