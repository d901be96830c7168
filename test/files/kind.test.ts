import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../src/files/kind.js';
import type { RefusedKind } from '../../src/files/kinds.js';
import { isRefused, refusal } from '../../src/files/refusal.js';
import { sourceOf } from './sources.js';
import { textRow, workbook } from './workbook-parts.js';

const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const ole2 = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + '\0'.repeat(600);
const zipOf = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('some text')])));
const numbers = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + 13) % 256);

describe('the kind of a file is told by its first bytes, not by its name', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['CSV', latin1('Chat ID,Start\n1,2021-02-01\n'), 'chats.xlsx', 'text'],
    ['nothing', new Uint8Array(0), 'chats.csv', 'text'],
    ['CSV with a stray NUL', latin1('Chat ID,Start\n1,\0' + 'x'.repeat(50)), 'chats.csv', 'text'],
    ['CSV in Windows-1252', latin1('Chat ID,Agent\n1,Andr\xe9\n'), 'chats.csv', 'text'],
    ['CSV in UTF-16 with its mark', utf16('Chat ID,Start'), 'chats.csv', 'text'],
    ['CSV in UTF-16 without one', utf16('Chat ID,Start').slice(2), 'chats.csv', 'text'],
    [
      'CSV in UTF-32',
      new Uint8Array(Buffer.from('C\0\0\0h\0\0\0a\0\0\0t\0\0\0', 'latin1')),
      'chats.csv',
      'text',
    ],
    ['CSV whose heading begins with a bracket', latin1('[id],[start]\n1,2\n'), 'chats.csv', 'text'],
    ['CSV whose heading begins with a brace', latin1('{id},{start}\n1,2\n'), 'chats.json', 'text'],
    ['gzip', latin1('\x1f\x8b\x08\0'), 'chats.csv', 'gzip'],
    ['zstd', latin1('\x28\xb5\x2f\xfd\0'), 'chats.csv', 'zstd'],
    ['zstd behind a skippable frame', latin1('\x50\x2a\x4d\x18\0'), 'chats.csv', 'zstd'],
    ['Parquet', latin1('PAR1\x15\x04'), 'chats.csv', 'parquet'],
    ['a zip archive', zipOf('chats.csv'), 'chats.xls', 'zip'],
    ['a workbook', workbook({ sheets: [{ name: 'a', rows: textRow(1, ['x']) }] }), 'chats.zip', 'xlsx'],
    ['a binary workbook', zipOf('[Content_Types].xml', 'xl/workbook.bin'), 'chats.xlsx', 'xlsb'],
    ['an OpenDocument sheet', zipOf('mimetype', 'content.xml'), 'chats.xlsx', 'ods'],
    ['a Word document', zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), 'a.xlsx', 'office'],
    ['an old workbook', latin1(ole2), 'chats.xls', 'xls'],
    [
      'a workbook with a password',
      latin1(ole2 + 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0'),
      'a.xls',
      'encrypted_workbook',
    ],
    ['such a one by its name', latin1(ole2), 'chats.xlsx', 'encrypted_workbook'],
    ['a table of HTML named .xls', latin1('\r\n<html xmlns:x="urn"><table>'), 'chats.xls', 'html_table'],
    ['a web page without a table', latin1('<!doctype html><p>Sign in</p>'), 'chats.xls', 'html'],
    [
      'XML of Excel 2003',
      latin1('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'a.xls',
      'xml_2003',
    ],
    [
      'flat OpenDocument',
      latin1(
        '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
      ),
      'a.fods',
      'fods',
    ],
    ['SYLK', latin1('ID;PWXL;N;E\r\nP;PGeneral\r\n'), 'a.csv', 'sylk'],
    ['CSV whose heading is like SYLK', latin1('ID;Person;Start\n1;Mia;2\n'), 'a.csv', 'text'],
    ['DIF', latin1('TABLE\r\n0,1\r\n"EXCEL"\r\n'), 'a.csv', 'dif'],
    ['XML named .xls', utf16('<?xml version="1.0"?><Workbook>'), 'chats.xls', 'html'],
    ['PDF', latin1('%PDF-1.7'), 'chats.csv', 'pdf'],
    ['a picture', latin1('\x89PNG\r\n\x1a\n'), 'chats.csv', 'image'],
    ['another archive', latin1("7z\xbc\xaf'\x1c"), 'chats.zip', 'archive'],
    ['random bytes', numbers, 'chats.csv', 'binary'],
    ['zeros', new Uint8Array(3000), 'chats.csv', 'binary'],
    ['JSON list', latin1(' [\n {"id": 1}]'), 'chats.txt', 'json'],
    ['an empty JSON list', latin1('[ ]'), 'chats.json', 'json'],
    ['JSON object around a list', latin1('{"total": 1, "data": [{"id": 1}]}'), 'chats.txt', 'json'],
    ['such an object, cut', latin1('{\n "total": 1,\n "data": [{"id": 1},'), 'chats.txt', 'json'],
    ['JSON lines', latin1('{"id": "}", "tags": [{}]}\r\n{"id": 2}\n'), 'chats.json', 'json_lines'],
    ['one JSON line', latin1('{"id": 1, "tags": ["a"]}'), 'chats.json', 'json_lines'],
    [
      'JSON lines whose first is long',
      latin1('{"id": 1, "text": "' + 'x'.repeat(1000)),
      'chats.json',
      'json_lines',
    ],
  ])('%s', async (_what, bytes, name, kind) => {
    expect(await kindOf(sourceOf(bytes, name, 100))).toBe(kind);
  });

  test('a workbook whose parts lie behind a large one is found by its table of contents', async () => {
    const picture = Uint8Array.from({ length: 200_000 }, (_, at) => (at * at * 31) % 251);
    const bytes = zipSync({
      'docProps/thumbnail.jpeg': [picture, { level: 0 }],
      '[Content_Types].xml': strToU8('<a/>'),
      'xl/workbook.xml': strToU8('<a/>'),
    });
    expect(await kindOf(sourceOf(bytes, 'chats.bin'))).toBe('xlsx');
  });
});

describe('a kind that is not read is refused with what it is and what to do', () => {
  test.each<[RefusedKind, string, string, string]>([
    ['sylk', 'symbolic_link', 'is a symbolic link file (SYLK, .slk)', 'save it as .xlsx or CSV.'],
    ['dif', 'data_interchange', 'is a data interchange file (DIF)', 'save it as .xlsx or CSV.'],
    ['encrypted_workbook', 'password_protected', 'is protected by a password', 'take the password off'],
    ['office', 'office_document', 'is a document, not a table', 'Export the chats'],
    ['html', 'html_file', 'is a web page or XML', 'download the export again'],
    ['pdf', 'pdf_file', 'is a PDF', 'Export the chats'],
    ['image', 'image_file', 'is a picture', 'Export the chats'],
    ['archive', 'unknown_archive', 'is an archive of a kind that is not read', 'Unpack it'],
    ['binary', 'binary_file', 'is not a text file', 'Export the chats'],
  ])('%s', (kind, code, what, hint) => {
    const error = refusal(kind, 'my chats.xls');
    expect(error).toMatchObject({ code, exitCode: 3, place: { file: 'my chats.xls' } });
    expect(error.message).toContain(`my chats.xls ${what}`);
    expect(error.hint).toContain(hint);
    expect(isRefused(kind)).toBe(true);
  });

  test('kinds that are read are not refused', () => {
    expect(['text', 'gzip', 'zip', 'xlsx', 'json', 'toString'].filter(isRefused)).toEqual([]);
  });
});
