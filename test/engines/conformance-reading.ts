import { planFile } from '../../src/reading/plan.js';
import type { RawFile, ResultRow } from '../../src/engines/engine.js';
import { parseOptions, type ReportOptionsSpec } from '../../src/options/options.js';
import { readFiles } from '../../src/report/reading/read-files.js';
import { openZones } from '../../src/report/reading/report-zone.js';
import { readingChoices } from '../../src/report/reading/choices.js';
import type { ConformanceCase, Kit } from './conformance.js';

type Content = string | Uint8Array<ArrayBuffer>;

const columns = 'chat_id, closed_by, started_at, agent_first_response_seconds as first';

/** What becomes of files: the rows that were read, rejected rows by reason, and the date orders. */
async function read(
  kit: Kit,
  contents: readonly Content[],
  { options = {}, shifts = {} }: { options?: ReportOptionsSpec; shifts?: RawFile['shifts'] } = {},
): Promise<{ rows: ResultRow[]; rejected: object; orders: unknown[] }> {
  const sources = await Promise.all(contents.map((content, at) => kit.source(`${String(at)}.csv`, content)));
  const files = await readFiles(sources, readingChoices(parseOptions(options)), kit.engine);
  await kit.engine.openRawChats(
    files.map(({ ordinal, plan }) => ({ ordinal, layouts: plan.layouts, shifts })),
  );
  return {
    rows: await kit.engine.query(`select ${columns} from raw_chats order by source_ordinal`),
    rejected: Object.fromEntries(files.flatMap(({ rejected }) => [...rejected])),
    orders: files.map(({ decision }) => decision.order),
  };
}

const heading = 'RoomCode,ClosedBy,ChatStartTime,ChatEndTime,AgentFirstResponseTime';
const csv = (...lines: string[]): string => `${[heading, ...lines].join('\n')}\n`;
const two = csv('a1,Zoë,15-02-2021 10:00:00,15-02-2021 10:20:00,0:00:30', 'a2,-,16-02-2021 9:05:07,-,x');
const twoRows = [
  { chat_id: 'a1', closed_by: 'Zoë', started_at: '2021-02-15 10:00:00', first: 30 },
  { chat_id: 'a2', closed_by: null, started_at: '2021-02-16 09:05:07', first: null },
];

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

/** Text whose characters all are the same in Latin-1 and in Windows-1252. */
const latin1 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...text].map((character) => character.charCodeAt(0)));

async function gzipped(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

const objects = [
  { RoomCode: 'a1', ClosedBy: 'Zoë', ChatStartTime: '15-02-2021 10:00:00', AgentFirstResponseTime: 30 },
  { RoomCode: 'a2', ClosedBy: null, ChatStartTime: '16-02-2021 9:05:07', AgentFirstResponseTime: 'x' },
];

const forms: [what: string, content: () => Content | Promise<Content>][] = [
  ['with commas', () => two],
  ['with semicolons', () => two.replaceAll(',', ';')],
  ['with tabs', () => two.replaceAll(',', '\t')],
  ['with pipes', () => two.replaceAll(',', '|')],
  ['with lines that end in CRLF', () => two.replaceAll('\n', '\r\n')],
  ['with lines that end in CR', () => two.replaceAll('\n', '\r')],
  ['without a last line end', () => two.trimEnd()],
  ['with blank lines', () => two.replaceAll('\n', '\n\n  \n')],
  ['with every field in quotes', () => two.replaceAll(/[^,\n]+/g, '"$&"')],
  ['with spaces beside quotes', () => two.replaceAll(/[^,\n]+/g, ' "$&" ')],
  ['with a byte-order mark', () => `\ufeff${two}`],
  ['in UTF-16, little end first', () => utf16(`\ufeff${two}`, true)],
  ['in UTF-16, big end first', () => utf16(`\ufeff${two}`, false)],
  ['in UTF-16 without a mark', () => utf16(two, true)],
  ['in Windows-1252', () => latin1(two)],
  ['in gzip', () => gzipped(two)],
  ['in gzip, with spaces beside quotes', () => gzipped(two.replaceAll(/[^,\n]+/g, ' "$&" '))],
  ['as JSON', () => JSON.stringify(objects)],
  ['as JSON lines', () => objects.map((one) => `${JSON.stringify(one)}\n`).join('')],
];

const formCases: ConformanceCase[] = forms.map(([what, content]) => ({
  name: `a file ${what} has the same rows`,
  run: async (kit) => read(kit, [await content()]),
  expected: { rows: twoRows, rejected: {}, orders: ['dmy'] },
}));

const at = (started_at: string | null): ResultRow => ({
  chat_id: 'a',
  closed_by: 'B',
  started_at,
  first: null,
});
const started = (...texts: string[]): string => csv(...texts.map((text) => `a,B,${text},-,-`));

const dates: [what: string, csv: string, expected: { rows: ResultRow[]; orders: string[] }][] = [
  [
    'where a day above 12 stands first',
    started('05-02-2021 10:00:00', '15-02-2021 10:00:00'),
    { rows: [at('2021-02-05 10:00:00'), at('2021-02-15 10:00:00')], orders: ['dmy'] },
  ],
  [
    'where a day above 12 stands second',
    started('02/05/2021 1:00 PM', '02/15/2021 12:00 am'),
    { rows: [at('2021-02-05 13:00:00'), at('2021-02-15 00:00:00')], orders: ['mdy'] },
  ],
  [
    'in ISO 8601, with fractions, Z or an offset',
    started('2021-02-05T10:00:00Z', '2021-02-05 10:00:00.999', '2021-02-05T10:00:00+05:30'),
    {
      rows: [at('2021-02-05 10:00:00'), at('2021-02-05 10:00:00'), at('2021-02-05 04:30:00')],
      orders: ['dmy'],
    },
  ],
  [
    'in seconds and milliseconds of Unix',
    started('1612519200', '1612519200000'),
    { rows: [at('2021-02-05 10:00:00'), at('2021-02-05 10:00:00')], orders: ['dmy'] },
  ],
  [
    'in Unix seconds of eight digits',
    started('31536000', '99999999.5', '20210215'),
    {
      rows: [at('1971-01-01 00:00:00'), at('1973-03-03 09:46:39'), at('1970-08-22 21:56:55')],
      orders: ['dmy'],
    },
  ],
  [
    'of eight digits that are days without separators',
    started('20210215', '20210216', '31536000'),
    { rows: [at(null), at(null), at(null)], orders: ['dmy'] },
  ],
  [
    'that are none',
    started('15-02-2021 10:00:00', '30-02-2021 10:00:00', '15-02-1821 10:00:00', 'soon'),
    { rows: [at('2021-02-15 10:00:00'), at(null), at(null), at(null)], orders: ['dmy'] },
  ],
];

const dateCases: ConformanceCase[] = dates.map(([what, content, { rows, orders }]) => ({
  name: `a file with dates ${what} is read as it must be`,
  run: (kit) => read(kit, [content]),
  expected: { rows, rejected: {}, orders },
}));

const broken = Uint8Array.from([
  ...bytes(csv('a1,B,15-02-2021 10:00:00,-,-', 'short', 'a2,"B"x,15-02-2021 10:00:00,-,-')),
  ...bytes('a3,B,15-02-2021 10:00:00,-,-,more\na4,'),
  ...[0xe9, 0x28],
  ...bytes(',15-02-2021 10:00:00,-,-\na5,"éé\nB",15-02-2021 10:00:00,-,-,\n'),
]);

export const readingCases: ConformanceCase[] = [
  ...formCases,
  ...dateCases,
  {
    name: 'rows that break the rules of CSV are left out and counted, by reason',
    run: (kit) => read(kit, [broken]),
    expected: {
      rows: [
        { chat_id: 'a1', closed_by: 'B', started_at: '2021-02-15 10:00:00', first: null },
        { chat_id: 'a5', closed_by: 'éé\nB', started_at: '2021-02-15 10:00:00', first: null },
      ],
      rejected: {
        'too few fields': 1,
        'text follows a closing quote': 1,
        'too many fields': 1,
        'its bytes are not UTF-8 text': 1,
      },
      orders: ['dmy'],
    },
  },
  {
    name: 'several files are one relation, in their order, whatever columns each has',
    run: (kit) => read(kit, [two, 'RoomCode;ClosedBy;ChatStartTime\nb1;Asha;2021-02-01 8:00\n']),
    expected: {
      rows: [
        ...twoRows,
        { chat_id: 'b1', closed_by: 'Asha', started_at: '2021-02-01 08:00:00', first: null },
      ],
      rejected: {},
      orders: ['dmy', 'dmy'],
    },
  },
  {
    name: 'another file takes the place of the one that was read before it, sound or not',
    run: async (kit) => {
      const spaced = (id: string): string => csv(`${id}, "B" ,15-02-2021 10:00:00,-,-`);
      const ids: unknown[] = [];
      for (const content of [spaced('a1'), spaced('a2'), two, spaced('a3')]) {
        ids.push((await read(kit, [content])).rows.map((row) => row['chat_id']));
      }
      return ids;
    },
    expected: [['a1'], ['a2'], ['a1', 'a2'], ['a3']],
  },
  {
    name: 'a file is read again under another plan',
    run: async (kit) => {
      const source = await kit.source('chats.csv', started('05-02-2021 10:00:00'));
      const plan = await planFile(source, readingChoices(parseOptions({})));
      const found: unknown[] = [];
      for (const order of ['dmy', 'mdy'] as const) {
        await kit.engine.readFile(0, { ...plan, order });
        await kit.engine.openRawChats([{ ordinal: 0, layouts: [], shifts: {} }]);
        found.push(await kit.engine.query('select started_at from raw_chats'));
      }
      return found;
    },
    expected: [[{ started_at: '2021-02-05 10:00:00' }], [{ started_at: '2021-05-02 10:00:00' }]],
  },
  {
    name: 'times become instants by the shifts of their zone',
    run: async (kit) => {
      const night = started('28-03-2021 00:59:59', '28-03-2021 01:00:00', '2021-03-28T01:00:00Z');
      const shifts = {
        started_at: [
          { fromSecond: null, offsetSeconds: 0 },
          { fromSecond: Date.UTC(2021, 2, 28, 1) / 1000, offsetSeconds: 3600 },
        ],
      };
      return (await read(kit, [night], { shifts })).rows.map((row) => row['started_at']);
    },
    expected: ['2021-03-28 00:59:59', '2021-03-28 00:00:00', '2021-03-28 01:00:00'],
  },
  {
    name: 'a time without a zone is of its own zone, whatever the row before it has',
    run: async (kit) => {
      const mixed = started('2021-11-10 17:30:56+05:45', '2021-11-09 00:27:46', '2021-11-09 00:27:46 UTC');
      const shifts = { started_at: [{ fromSecond: null, offsetSeconds: -18_000 }] };
      return (await read(kit, [mixed], { shifts })).rows.map((row) => row['started_at']);
    },
    expected: ['2021-11-10 11:45:56', '2021-11-09 05:27:46', '2021-11-09 00:27:46'],
  },
  {
    name: 'one row that is rejected does not make a file of instants need a zone',
    run: async (kit) => {
      const content = `${started('2021-11-10T17:30:56Z', '31-02-2021')},B,2021-11-10 17:30:56,-,-\n`;
      const options = parseOptions({ timezone: 'Asia/Kolkata' });
      const source = await kit.source('chats.csv', content);
      const files = await readFiles([source], readingChoices(options), kit.engine);
      return openZones(files, options, kit.engine);
    },
    expected: { zone: 'Asia/Kolkata', notes: [] },
  },
  {
    name: 'dates give evidence of their order',
    run: async (kit) => {
      const content = `${started('05-02-2021 10:00:00', '02-16-2021 10:00:00', 'soon')},B,15-02-2021 10:00:00,-,-\n`;
      const plan = await planFile(await kit.source('chats.csv', content), readingChoices(parseOptions({})));
      await kit.engine.readFile(0, plan);
      return kit.engine.dateEvidence(0, plan);
    },
    expected: {
      read: [
        {
          field: 'started_at',
          layout: 0,
          values: 2,
          readableAs: { dmy: 2, mdy: 1, ymd: 0 },
          decisive: 1,
          accepted: 1,
        },
      ],
      unread: [
        {
          field: 'started_at',
          example: '02-16-2021 10:00:00',
          values: 1,
          readableAs: { dmy: 0, mdy: 1, ymd: 0 },
        },
        { field: 'started_at', example: 'soon', values: 1, readableAs: { dmy: 0, mdy: 0, ymd: 0 } },
      ],
      unreadNumbers: [],
      ratings: [],
    },
  },
  {
    name: 'ratings are counted by the parts of a scale, those of rejected rows not',
    run: async (kit) => {
      const rows = ['0', '0', '4', '4.5', '-1', '70', '700', '1,5', 'x'].map(
        (rating, at) => `${String(at)},B,05-02-2021 10:00:00,"${rating}"`,
      );
      const content = `RoomCode,ClosedBy,ChatStartTime,CsatScore\n${rows.join('\n')}\n,B,05-02-2021 10:00:00,3\n`;
      const plan = await planFile(await kit.source('rated.csv', content), readingChoices(parseOptions({})));
      await kit.engine.readFile(0, plan);
      const { ratings, unreadNumbers } = await kit.engine.dateEvidence(0, plan);
      return { ratings, unreadNumbers };
    },
    expected: {
      ratings: [
        { values: 1, lowest: -1, highest: -1 },
        { values: 2, lowest: 0, highest: 0 },
        { values: 2, lowest: 1.5, highest: 4.5 },
        { values: 1, lowest: 4, highest: 4 },
        { values: 1, lowest: 70, highest: 70 },
        { values: 1, lowest: 700, highest: 700 },
      ],
      unreadNumbers: [{ field: 'csat_score', example: 'x', values: 1 }],
    },
  },
  {
    name: 'times with one offset become instants, in all spellings of it',
    run: async (kit) => {
      const same = started('2021-11-10 17:30:56+05:45', '2021-11-10 17:30:56 +0545');
      const other = started(
        '2021-11-10 17:30:56+05:45',
        '2021-11-10 17:30:56+05',
        '2021-11-10 17:30:56-00:30',
      );
      const moments = async (text: string): Promise<unknown[]> =>
        (await read(kit, [text])).rows.map((row) => row['started_at']);
      return [await moments(same), await moments(other)];
    },
    expected: [
      ['2021-11-10 11:45:56', '2021-11-10 11:45:56'],
      ['2021-11-10 11:45:56', '2021-11-10 12:30:56', '2021-11-10 18:00:56'],
    ],
  },
  {
    name: 'columns that SQL cannot read as they stand are written anew for it',
    run: async (kit) => {
      const content = csv(
        '="0012",B,"21. März 2021, 10:00 Uhr",-,"7,900"',
        "'0013,'t Hooft,22 mars 2021 à 2:59 PM,-,1m 19s",
        '14,B,23 févr. 2021,-,"1,200"',
        '15,B,soon,-,12',
        '16,B,24 Sept 2021 noon,-,x',
        '17,B,2021-09-25 10:00:00,-,13',
      );
      const { rows } = await read(kit, [content]);
      return rows.map((row) => [row['chat_id'], row['closed_by'], row['started_at'], row['first']]);
    },
    expected: [
      ['0012', 'B', '2021-03-21 10:00:00', 7900],
      ['0013', "'t Hooft", '2021-03-22 14:59:00', 79],
      ['14', 'B', '2021-02-23 00:00:00', 1200],
      ['15', 'B', null, 12],
      ['16', 'B', '2021-09-24 12:00:00', null],
      ['17', 'B', '2021-09-25 10:00:00', 13],
    ],
  },
  {
    name: 'rows hold together or not as read and swapped',
    run: async (kit) => {
      const content = csv(
        'a,B,05-02-2021 10:00:00,05-02-2021 11:00:00,-',
        'b,B,31-01-2021 23:00:00,01-02-2021 01:00:00,-',
      );
      const plan = await planFile(await kit.source('chats.csv', content), readingChoices(parseOptions({})));
      await kit.engine.readFile(0, plan);
      return [await kit.engine.orderFit(0, plan, false), await kit.engine.orderFit(0, plan, true)];
    },
    expected: [
      { orderedRows: 2, spanSeconds: 385_200 }, // 4 days and 11 hours
      { orderedRows: 1, spanSeconds: 7_815_600 }, // to 2 May: 90 days and 11 hours
    ],
  },
];
