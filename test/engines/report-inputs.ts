import { gzipSync } from 'node:zlib';
import { sampleCsv, type ReportOptionsSpec } from '../../src/index.js';
import { cases } from '../cases/index.js';
import {
  iso,
  objectsOf,
  textObjectsOf,
  writeTextParquet,
  writeTypedParquet,
} from '../combinations/data-files.js';
import { madeUp, monthFirst, withDates } from '../combinations/made-up.js';
import { delimited, encodings, packings } from '../combinations/text-files.js';
import { asBoth, asDates, asSwapped, textWorkbookOf, workbookOf } from '../combinations/workbook-files.js';

type Write = (name: string, content: string | Uint8Array) => Promise<string>;

/** Files and options whose report must be the same by every engine. */
export interface ReportInput {
  name: string;
  /** Writes the files; returns their names. */
  files: (write: Write) => Promise<string[]>;
  options: ReportOptionsSpec;
}

function input(
  name: string,
  contents: Record<string, string | Uint8Array>,
  options: ReportOptionsSpec = {},
): ReportInput {
  const files = async (write: Write): Promise<string[]> => {
    for (const [file, content] of Object.entries(contents)) await write(file, content);
    return Object.keys(contents);
  };
  return { name, files, options };
}

const handMade = cases.map((one) =>
  input(`the case "${one.name}"`, { 'case.csv': one.csv }, { ...one.options }),
);

const sample = (from: string, chats = 800): string => [...sampleCsv({ chats, seed: 20, from })].join('');

const isAgent = (name: string | undefined): name is string => /^[A-Z]/.test(name ?? '') && name !== 'System';
const someAgent = sample('2026-02-02')
  .split('\n')
  .slice(1)
  .map((row) => row.split(',')[2])
  .find(isAgent);

const variants: [name: string, options: ReportOptionsSpec, from?: string][] = [
  ['every default', {}],
  ['days', { period: 'day' }],
  ['months over a new year', { period: 'month' }, '2025-12-20'],
  ['weeks from Sunday', { weekStart: 'sunday' }],
  ['business hours over midnight', { businessHours: '20:00-04:00' }],
  [
    'business hours by weekday, and holidays',
    { businessHours: 'mon-fri 9:00-18:00; sat 10:00-14:00', holidays: ['2026-02-10'] },
  ],
  ['a range of moments', { from: '2026-02-05 09:30:00', to: '2026-02-20 17:00:00' }],
  ['a comparison with the period before', { from: '2026-02-16', to: '2026-03-02', compare: 'previous' }],
  [
    'other bots, time-outs and targets',
    { bots: ['system'], timeoutReasons: ['Completed'], responseTarget: '8s' },
  ],
  ['other ratings and shifts', { csatScale: '0-10', csatSatisfied: 5, shiftGap: '1h' }],
  ['some weekdays and half hours', { weekday: 'mon,wed', halfHour: '09:30,10:00,10:30' }],
  ['one agent alone', { agent: [someAgent] }],
  [
    'an agent and a range without chats of the agent',
    {
      agent: [someAgent],
      from: '2026-02-02 00:00:10',
      to: '2026-02-02 00:05',
      compare: '2026-02-03..2026-02-05',
    },
  ],
  [
    'zones, when clocks go forward in both',
    { sourceTimezone: 'America/New_York', timezone: 'Europe/London', period: 'day' },
    '2026-03-02',
  ],
];

const samples = variants.map(([name, options, from = '2026-02-02']) =>
  input(`a sample with ${name}`, { 'sample.csv': sample(from) }, options),
);

const text = delimited(madeUp, ',', '\n');
const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);
const lines = (objects: unknown[]): string => objects.map((one) => `${JSON.stringify(one)}\n`).join('');

const forms = [
  input('text in Windows-1252', { 'chats.csv': encodings['windows-1252']?.(text) ?? '' }),
  ...Object.entries(packings).map(([name, { ending, pack }]) =>
    input(`text packed as ${name}`, { [`chats.csv${ending}`]: pack(bytesOf(text)) }),
  ),
  input('JSON lines in gzip', { 'chats.jsonl.gz': gzipSync(lines(objectsOf(madeUp))) }),
  input('text with dates month first', {
    'chats.csv': delimited(withDates(madeUp, monthFirst), ',', '\n'),
  }),
  input('a JSON list in an object', {
    'chats.json': JSON.stringify({ chats: textObjectsOf(withDates(madeUp, iso)) }),
  }),
  input('a workbook with date cells', { 'chats.xlsx': workbookOf(madeUp, asDates) }),
  input('a workbook with both kinds of dates', { 'chats.xlsx': workbookOf(madeUp, asBoth) }),
  input('a workbook with dates that Excel swapped', { 'chats.xlsx': workbookOf(madeUp, asSwapped) }),
  input('a workbook of text', { 'chats.xlsx': textWorkbookOf(madeUp) }),
  input('two files of different kinds', {
    'chats.csv': sample('2026-02-02', 200),
    'chats.xlsx': workbookOf(madeUp, asDates),
  }),
];

function parquet(name: string, make: (csv: string, path: string) => Promise<void>): ReportInput {
  const files = async (write: Write): Promise<string[]> => {
    await make(await write('plain.csv', text), await write('chats.parquet', ''));
    return ['chats.parquet'];
  };
  return { name, files, options: {} };
}

const columnar = [
  ...['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4'].map((way) =>
    parquet(`Parquet of text, ${way}`, (csv, path) => writeTextParquet(csv, path, way)),
  ),
  parquet('Parquet of timestamps and numbers', (csv, path) => writeTypedParquet(csv, path, madeUp)),
];

const partsOfChats = `Chat ID,Visitor ID,Agent,Status,Chat Start,Chat End,First Response Time,Rating
a,u1,Nora,Closed,2026-01-05 10:00:00,2026-01-05 10:10:00,30,
a,u1,Ilse,Closed,2026-01-05 10:10:00,2026-01-05 10:30:00,99,5
b,u2,(Não atribuído),Closed,2026-01-05 11:00:00,2026-01-05 11:05:00,20,4
c,u3,Ilse,Açık,2026-01-06 09:00:00,2026-01-06 09:10:00,10,
c,u3,Tobias,Closed,2026-01-06 09:20:00,2026-01-06 09:40:00,50,1
d,u4,Ilse,Open,2026-01-06 10:00:00,2026-01-06 10:05:00,40,
d,u4,No Agent,Closed,2026-01-06 10:05:00,,,
d,u9,Nora,Closed,2026-01-16 22:05:00,2026-01-16 22:15:00,,
`;
const otherSite = partsOfChats.replaceAll(',u', ',other').replaceAll('2026-01', '2026-02');

const meanings = [
  input('parts of chats, statuses and placeholders', { 'parts.csv': partsOfChats }),
  input(
    'rows of one id of which one counts',
    { 'rows.csv': partsOfChats, 'other.csv': otherSite },
    { rows: 'chat' },
  ),
  input(
    'ids of each file',
    { 'parts.csv': partsOfChats, 'other.csv': otherSite },
    { rows: 'leg', idScope: 'file' },
  ),
  input(
    'days without a time',
    { 'days.csv': partsOfChats.replace(/ \d\d:\d\d:\d\d/g, '') },
    { rows: 'chat' },
  ),
];

/** One way of writing a file, and every way of counting. */
export const countingInputs: ReportInput[] = [...meanings, ...handMade, ...samples];

export const reportInputs: ReportInput[] = [...countingInputs, ...forms, ...columnar];
