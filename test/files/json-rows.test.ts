import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../src/files/kind.js';
import { jsonRows } from '../../src/files/json/json-rows.js';
import { allFields, allRows, endingOf, sourceOf, onlyFile } from './sources.js';

const list = (text: string | Uint8Array, pieces?: number) =>
  jsonRows(sourceOf(text, 'chats.json', pieces), 'json');
const lines = (text: string | Uint8Array, pieces?: number) =>
  jsonRows(sourceOf(text, 'chats.jsonl', pieces), 'json_lines');
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

const chats = [
  { id: 1, user: { name: 'Zoë "Z"', tags: ['a', 'b'] }, open: false, note: null },
  { id: 2, rating: 4.5, user: { name: 'line\nbreak ] } ,' } },
];
const headings = ['id', 'user.name', 'user.tags', 'open', 'note', 'rating'];
const fields = [
  ['1', 'Zoë "Z"', 'a;b', 'false', '', ''],
  ['2', 'line\nbreak ] } ,', '', '', '', '4.5'],
];

describe('records of JSON become rows', () => {
  const list2 = JSON.stringify(chats, null, 2);
  const jsonl = chats.map((chat) => JSON.stringify(chat)).join('\r\n');

  test.each<[string, () => ReturnType<typeof list>]>([
    ['a list', () => list(JSON.stringify(chats))],
    ['a list over many lines', () => list(list2)],
    ['a list in pieces of one byte', () => list(list2, 1)],
    ['a list in pieces of three bytes', () => list(list2, 3)],
    ['a list in UTF-8 with a mark', () => list(`\uFEFF${list2}`, 2)],
    ['a list in UTF-16', () => list(utf16(list2), 3)],
    [
      'an object around a list',
      () => list(`{"total": 2, "ids": [1, [2]], "a": {"x": [{}]}, "data": ${list2}, "next": null}`, 5),
    ],
    ['JSON lines', () => lines(jsonl)],
    ['JSON lines in pieces of one byte, blank ones among them', () => lines(`\n \r\n${jsonl}\n\n`, 1)],
    ['JSON lines in UTF-16', () => lines(utf16(jsonl), 1)],
  ])('%s', async (_what, open) => {
    const table = await open();
    expect(table.headings).toEqual(headings);
    expect(await allFields(table)).toEqual(fields);
    expect(await allFields(table)).toEqual(fields);
    expect(table.notes).toEqual([]);
  });

  test('the line is where the record begins', async () => {
    expect(
      (await allRows(await list(`[\n\n{"id":\n1},\n{"id": 2}, {"id": 3}\n]`))).map(({ line, raw }) => [
        line,
        raw,
      ]),
    ).toEqual([
      [3, '{"id":\n1}'],
      [5, '{"id": 2}'],
      [5, '{"id": 3}'],
    ]);
    expect((await allRows(await lines('\n{"id": 1}\n\n{"id": 2}'))).map(({ line }) => line)).toEqual([2, 4]);
  });

  test('the key of the list is the name of the sheet, and other lists are noted', async () => {
    const table = await list('{"items": [{"id": 1}], "agents": [{"id": 7}, {"id": 8}], "n": [3]}');
    expect(await allFields(table)).toEqual([['1']]);
    expect(table).toMatchObject({
      sheetName: 'items',
      notes: ['The records are those of "items"; not read: "agents".'],
    });
  });

  test('numbers stand as written, ids with all their digits', async () => {
    const text =
      '{"id": 12345678901234567890, "b": 1.50, "c": -0.0010, "d": 1.5e3, "e": 4E-7, "f": 9007199254740993, "g": "1.50"}';
    const expected = [
      ['12345678901234567890', '1.50', '-0.0010', '1500', '0.0000004', '9007199254740993', '1.50'],
    ];
    expect(await allFields(await lines(text))).toEqual(expected);
    expect(await allFields(await list(`[${text}]`))).toEqual(expected);
  });

  test.each(['9007199254740993', '-9007199254740993', '12345678901234567', '1.50', '2E3'])(
    'the number %s keeps its digits without another such number beside it',
    async (number) => {
      const expected = [[number === '2E3' ? '2000' : number]];
      expect(await allFields(await lines(`{"id": ${number}}`))).toEqual(expected);
    },
  );

  test('lists with objects in them are JSON again', async () => {
    expect(
      await allFields(
        await lines('{"parts": [{"a": [1, 2]}, null], "none": [], "flags": [true, 2, null, "x"]}'),
      ),
    ).toEqual([['[{"a":[1,2]},null]', '', 'true;2;x']]);
  });

  test('a key that stands twice counts as its last; odd keys are fields like others', async () => {
    const table = await lines('{"a": 1, "a": 2, "__proto__": "p", "toString": "s"}\n{"a": 1.0, "a": 2.0}');
    expect(table.headings).toEqual(['a', '__proto__', 'toString']);
    expect(await allFields(table)).toEqual([
      ['2', 'p', 's'],
      ['2.0', '', ''],
    ]);
  });

  test('keys that first appear behind a thousand records are left out and noted', async () => {
    const text =
      '{"id": 1}\n'.repeat(1000) + Array.from({ length: 7 }, (_, at) => `{"id": 2, "k${at}": 1}\n`).join('');
    const table = await lines(text);
    expect(table.headings).toEqual(['id']);
    expect((await allRows(table)).at(-1)?.fields).toEqual(['2']);
    expect(table.notes).toEqual([
      'Keys that no record among the first 1000 has were left out: "k0", "k1", "k2", "k3", "k4" and 2 more.',
    ]);
  });

  test('packed JSON lines', async () => {
    const file = await onlyFile(sourceOf(gzipSync(jsonl), 'chats.jsonl.gz'));
    expect(await allFields(await jsonRows(file, 'json_lines'))).toEqual(fields);
  });
});

describe('JSON that is wrong', () => {
  test('a bad line is a rejected row', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"id": 1}\n{"id": 2\n[3]\n"4"\n{"id": 5} x\n{"id": "'),
      Buffer.from([0xff]),
      Buffer.from(`"}\n{"id": "${'x'.repeat(2_000_001)}"}\n{"id": 8}`),
    ]);
    const rows = await allRows(await lines(bytes, 1000));
    expect(rows.map(({ line, fields: cells, reason }) => [line, cells, reason])).toEqual([
      [1, ['1'], null],
      [2, null, 'not valid JSON'],
      [3, null, 'not a JSON object'],
      [4, null, 'not a JSON object'],
      [5, null, 'not valid JSON'],
      [6, null, 'its bytes are not UTF-8 text'],
      [7, null, 'longer than 2 MB'],
      [8, ['8'], null],
    ]);
    expect(rows[1]?.raw).toBe('{"id": 2');
  });

  test('in a list, a value that is no object, or not UTF-8, or too long, is a rejected row', async () => {
    const bytes = Buffer.concat([
      Buffer.from('[{"id": 1}, 7, [1, 2], "a,]", {"id": "'),
      Buffer.from([0xff]),
      Buffer.from(`"}, {"id": "${'x'.repeat(2_000_001)}"}]`),
    ]);
    expect(await allFields(await list(bytes, 999))).toEqual([
      ['1'], 'not a JSON object', 'not a JSON object', 'not a JSON object', 'its bytes are not UTF-8 text', 'longer than 2 MB',
    ]); // oxfmt-ignore
  });

  test.each<[string, string, number, string]>([
    ['cut between records', '[\n{"id": 1},\n', 3, 'it ends in the middle, so it was cut off'],
    ['cut in a record', '[{"id": 1},\n{"id": "x', 2, 'it ends in the middle, so it was cut off'],
    ['a comma at the end', '[{"id": 1},\n]', 2, 'a comma stands before the end of the list'],
    ['two commas', '[{"id": 1},\n,{"id": 2}]', 2, 'a record is missing between two commas'],
    ['no comma', '[\n{"id": 1}\n{"id": 2}]', 2, 'a record in it is wrong'],
    ['a wrong record', '[{"id": 1},\n{id: 2}]', 2, 'a record in it is wrong'],
    ['brackets that do not match', '[{"id": 1},\n{"id": 2]]', 2, 'a ] closes nothing'],
    ['more behind it', '[{"id": 1}]\n[{"id": 2}]', 2, 'something follows its end'],
    ['very deep', `[{"a": ${'['.repeat(2000)}`, 1, 'it is nested more than 1,000 deep'],
    ['two objects', '{"data": [{"id": 1}]}\n{"data": []}', 2, 'something follows its end'],
  ])('%s', async (_what, text, line, why) => {
    const work = async () => allRows(await list(text, 4));
    expect(await endingOf(work)).toEqual({
      code: 'broken_json',
      message: `chats.json is not valid JSON: ${why}.`,
      hint: `Look at line ${line}, or export or download it again.`,
    });
    await expect(work()).rejects.toMatchObject({ place: { file: 'chats.json', line } });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['an empty list', () => list('[]')],
    ['an object without a list of objects', () => list('{"total": 0, "data": [], "ids": [1]}')],
    ['lines without an object', () => lines('[1]\n[2]\n')],
    ['empty objects', () => lines('{}\n{}\n')],
  ])('%s holds no records', async (_what, open) => {
    const ending = await endingOf(open);
    expect(ending).toMatchObject({ code: 'no_records' });
    expect(ending.message).toMatch(/^chats.jsonl? holds no list of records\.$/);
  });

  test('a record in a list that is longer than 64 MB stops the reading', async () => {
    const chunk = new Uint8Array(1 << 20).fill(0x61);
    const open = () => {
      let count = 0;
      return new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: (controller) =>
          controller.enqueue(count++ === 0 ? new Uint8Array(Buffer.from('[{"a": "')) : chunk),
      });
    };
    const ending = await endingOf(() => jsonRows({ name: 'a.json', bytes: null, open }, 'json'));
    expect(ending.message).toBe('a.json is not valid JSON: a record is longer than 64 MB.');
  });
});

test('kinds by content lead to the reader that reads them', async () => {
  const kind = (text: string) => kindOf(sourceOf(text, 'chats.txt'));
  expect(await kind(JSON.stringify(chats, null, 2))).toBe('json');
  expect(await kind(JSON.stringify({ data: chats }))).toBe('json');
  expect(await kind(chats.map((chat) => JSON.stringify(chat)).join('\n'))).toBe('json_lines');
});
