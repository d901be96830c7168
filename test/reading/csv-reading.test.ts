import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { generateReport, type DataQuality, type RejectedRow, type Report } from '../../src/index.js';
import { tempFiles } from './temp-files.js';

const files = tempFiles();
const heading = 'RoomCode,UserId,ClosedBy,ClosingComment,ChatStartTime';
const row = (id: string, closer = 'Asha', reason = 'Done'): string =>
  `${id},u-${id},${closer},${reason},15-02-2021 10:00:00`;
const csv = (...lines: string[]): string => `${[heading, ...lines].join('\n')}\n`;

function expectEveryRowAccountedFor(quality: DataQuality): void {
  const { rows_used, rows_rejected, rows_duplicate, rows_out_of_range, rows_filtered_out } = quality;
  expect(rows_used + rows_rejected + rows_duplicate + rows_out_of_range + rows_filtered_out).toBe(
    quality.rows_read,
  );
  const byReason = quality.rejected_by_reason.reduce((sum, { rows }) => sum + rows, 0);
  expect(byReason).toBe(rows_rejected);
}

async function read(content: string | Uint8Array, options: Record<string, unknown> = {}): Promise<Report> {
  const report = await files.report(content, options);
  expectEveryRowAccountedFor(report.data_quality);
  return report;
}

const counts = ({
  data_quality: { rows_read, rows_used, rows_rejected, rows_duplicate },
}: Report): number[] => [rows_read, rows_used, rows_rejected, rows_duplicate];
const agents = (report: Report): unknown[] =>
  report.tables.agent_metrics.slice(1).map(({ agent, chats_resolved }) => [agent, chats_resolved]);
const reasons = (report: Report): unknown[] => report.tables.closing_reasons.map((r) => r['closing_reason']);
const rejected = (report: Report): unknown[] =>
  report.data_quality.rejected_examples.map(({ line, reason, text }) => [line, reason, text]);

describe('a file is read alike', () => {
  const plain = csv(row('1'), row('2', '"Bela, B."', '"said ""no"""'), row('3', 'Zoë €', '"two\nlines"'));

  const inQuotes = plain.replaceAll(/"(?:[^"]|"")*"|[^",\n]+/g, (field) =>
    field.startsWith('"') ? field : `"${field}"`,
  );

  it.each([
    ['with commas', plain],
    ['with semicolons', plain.replaceAll(/,(?! B)/g, ';')],
    ['with tabs', plain.replaceAll(/,(?! B)/g, '\t')],
    ['with bars', plain.replaceAll(/,(?! B)/g, '|')],
    ['with every field in quotes', inQuotes],
    ['without a last line end', plain.trimEnd()],
    ['with a byte-order mark', `\ufeff${plain}`],
    ['in UTF-16, little end first', Buffer.from(`\ufeff${plain}`, 'utf16le')],
    ['in UTF-16, big end first', Buffer.from(`\ufeff${plain}`, 'utf16le').swap16()],
    ['in Windows-1252', Buffer.from(plain.replaceAll('€', '\u0080'), 'latin1')],
    ['zipped', gzipSync(plain)],
    ['zipped in two members', Buffer.concat([gzipSync(plain.slice(0, 80)), gzipSync(plain.slice(80))])],
    ['zipped in UTF-16', gzipSync(Buffer.from(`\ufeff${plain}`, 'utf16le'))],
    ['with blank lines', plain.replaceAll(/\n(?=\d)/g, '\n\n   \n')],
    ['below lines that are no heading', `Chats of February\n\nmade by,me\n${plain}`],
    ['below a line of no-break spaces', `\u00a0\u00a0\n${plain}`],
    ['below a line of tabs, with tabs', `\t\t\t\t\n${plain.replaceAll(/,(?! B)/g, '\t')}`],
    ['below a line of commas', `,,,,\n${plain}`],
    ['below 200,000 blank lines', `${'\n'.repeat(200_000)}${plain}`],
    ['with white space round its headings', plain.replace('ClosedBy', '  Closed By\u00a0')],
  ])('%s', async (_, content) => {
    const report = await read(content);
    expect(counts(report)).toEqual([3, 3, 0, 0]);
    expect(agents(report)).toEqual([
      ['Asha', 1],
      ['Bela, B.', 1],
      ['Zoë €', 1],
    ]);
    expect(reasons(report)).toEqual(['Done', 'said "no"', 'two\nlines']);
  });

  it.each([
    ['CRLF', '\r\n'],
    ['CR alone', '\r'],
  ])('with line ends of %s', async (_, end) => {
    const report = await read(csv(row('1'), row('2', 'Asha', '"a\nb"'), row('3')).replaceAll('\n', end));
    expect(counts(report)).toEqual([3, 3, 0, 0]);
    expect(reasons(report)).toEqual(['Done', `a${end}b`]);
  });

  it('with line ends that change within the file', async () => {
    const lines = [heading, row('1'), row('2'), row('3'), row('4')];
    const ends = ['\r\n', '\n', '\r\n', '\n', '\r\n'];
    expect(counts(await read(lines.map((line, index) => line + ends[index]).join('')))).toEqual([4, 4, 0, 0]);
    expect(counts(await read(lines.map((line, index) => line + (ends[index + 1] ?? '')).join('')))).toEqual([
      4, 4, 0, 0,
    ]);
  });

  it('says how it was written', async () => {
    const tabs = Buffer.from(`\ufeff${plain.replaceAll(/,(?! B)/g, '\t')}`, 'utf16le');
    const [file] = (await read(Buffer.concat([tabs]))).source.files;
    expect(file).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', heading_line: 1, rows_read: 3 });
    const preamble = await read(Buffer.from(`Ver\u00f6ffentlicht\n\n${plain.replace(' €', '')}`, 'latin1'));
    expect(preamble.source.files[0]).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ',',
      heading_line: 3,
    });
    expect(
      preamble.data_quality.notes.some((note) => note.endsWith('not UTF-8; read as Windows-1252.')),
    ).toBe(true);
  });
});

describe('fields', () => {
  it('keep quotes inside, backslashes, NUL and control bytes', async () => {
    const report = await read(
      csv(
        row('1', 'A"sha"'),
        row('2', 'Be\\la'),
        row('3', '"Ch\\"'),
        row('4', 'D\u0000ora'),
        row('5', "O'Neil"),
      ),
    );
    expect(counts(report)).toEqual([5, 5, 0, 0]);
    expect(agents(report).map((pair) => (pair as unknown[])[0])).toEqual([
      'A"sha"',
      'Be\\la',
      'Ch\\',
      'D\u0000ora',
      "O'Neil",
    ]);
  });

  it('may have spaces round their quotes', async () => {
    const report = await read(csv(row('1', ' "Asha" '), row('2', '   "Asha"'), row('3', '"Asha"  ')));
    expect(counts(report)).toEqual([3, 3, 0, 0]);
    expect(agents(report)).toEqual([['Asha', 3]]);
  });

  it('lose Unicode white space at their ends and keep it inside', async () => {
    const spaces = '\u00a0\u2003\u3000\ufeff\u0085';
    const report = await read(
      csv(row('1', `${spaces}As ha${spaces}`), row('2', 'As ha'), row('3', '"\n As\u00a0ha\n"')),
    );
    expect(agents(report)).toEqual([
      ['As ha', 2],
      ['As\u00a0ha', 1],
    ]);
  });

  it('beyond the headings are fine while they are empty', async () => {
    const report = await read(csv(`${row('1')},,,`, `${row('2')}, `, `${row('3')},\u00a0`, `${row('4')},x`));
    expect(counts(report)).toEqual([4, 3, 1, 0]);
    expect(rejected(report)).toEqual([[5, 'too many fields', `${row('4')},x`]]);
  });

  it('of 1 MB are read, and a record of more than 2 MB is rejected', async () => {
    const big = 'y'.repeat(1_000_000);
    const report = await read(csv(row('1', 'Asha', big), row('2', 'Bela', 'z'.repeat(2_000_001)), row('3')));
    expect(counts(report)).toEqual([3, 2, 1, 0]);
    expect(reasons(report)).toEqual(['Done', big]);
    expect(report.data_quality.rejected_by_reason).toEqual([{ reason: 'longer than 2 MB', rows: 1 }]);
    expect(report.data_quality.rejected_examples[0]).toMatchObject({ line: 3 });
    expect(report.data_quality.rejected_examples[0]?.text).toHaveLength(504);
  });

  it('of 1.9 MB that hold only quotes are read', async () => {
    const report = await read(csv(row('1', 'Asha', `a${'"'.repeat(1_900_000)}`), `${row('2')},too many`));
    expect(counts(report)).toEqual([2, 1, 1, 0]);
    expect(String(reasons(report)[0])).toHaveLength(1_900_001);
  });

  it('keep identifiers as exact text', async () => {
    const ids = ['007', '12345678901234567890123', '1e5', '100000', '1.0', '1'];
    const report = await read(csv(...ids.map((id) => row(id))));
    expect(counts(report)).toEqual([6, 6, 0, 0]);
    expect(report.tables.chat_metrics[0]).toMatchObject({ unique_users: 6 });
  });
});

describe('rejected rows', () => {
  it('keep their line, reason and raw text, blank lines and line ends inside quotes counted', async () => {
    const report = await read(
      csv(
        row('1', 'Asha', '"two\nlines"'),
        '',
        'short,row',
        row('-'),
        `${row('3')},a,b`,
        '   ',
        'x,u,Asha,Done,31-02-2021 10:00:00',
        'y,u,Asha,"no\r\nstart",N/A',
        'z,u,"As"ha,Done,15-02-2021 10:00:00',
        ',,,,',
        row('9'),
      ),
    );
    expect(counts(report)).toEqual([9, 2, 7, 0]);
    expect(rejected(report)).toEqual([
      [5, 'too few fields', 'short,row'],
      [6, 'no chat_id', row('-')],
      [7, 'too many fields', `${row('3')},a,b`],
      [9, 'unreadable started_at', 'x,u,Asha,Done,31-02-2021 10:00:00'],
      [10, 'no started_at', 'y,u,Asha,"no\r\nstart",N/A'],
      [12, 'text follows a closing quote', 'z,u,"As"ha,Done,15-02-2021 10:00:00'],
      [13, 'no chat_id', ',,,,'],
    ]);
    expect(report.data_quality.rejected_by_reason[0]).toEqual({ reason: 'no chat_id', rows: 2 });
  });

  it.each([
    ['as it is', csv(row('1'), row('-'), row('2'), 'x,u,A,B,C')],
    ['zipped', gzipSync(csv(row('1'), row('-'), row('2'), 'x,u,A,B,C'))],
    ['with CRLF', csv(row('1'), row('-'), row('2'), 'x,u,A,B,C').replaceAll('\n', '\r\n')],
    ['below a preamble', `Export\n${csv(row('1'), row('-'), row('2'), 'x,u,A,B,C')}`],
  ])('that are sound CSV have the right line in a file read %s', async (name, content) => {
    const shift = name === 'below a preamble' ? 1 : 0;
    expect(rejected(await read(content))).toEqual([
      [3 + shift, 'no chat_id', row('-')],
      [5 + shift, 'unreadable started_at', 'x,u,A,B,C'],
    ]);
  });

  it('are one physical line where a quote is never closed', async () => {
    const content = csv(row('1'), row('2', '"Asha'), row('3'), row('4'));
    for (const form of [content, gzipSync(content)]) {
      const report = await read(form);
      expect(counts(report)).toEqual([4, 3, 1, 0]);
      expect(rejected(report)).toEqual([[3, 'a quote is opened and never closed', row('2', '"Asha')]]);
    }
  });

  it('have bytes that do not decode in a file that is UTF-8 otherwise', async () => {
    const content = Buffer.concat([
      Buffer.from(csv(row('1', 'Zoë Ü'))),
      Buffer.from([0x32, 0xff, 0x2c, 0x0a]),
      Buffer.from(row('3')),
    ]);
    const report = await read(content);
    expect(counts(report)).toEqual([3, 2, 1, 0]);
    expect(rejected(report)).toEqual([[3, 'its bytes are not UTF-8 text', '2\ufffd,']]);
  });

  it('are all given to onRejected in the order of the files, more than the report shows', async () => {
    const many = (prefix: string): string =>
      csv(row(`${prefix}1`), ...Array.from({ length: 30 }, (_, i) => `${prefix},${String(i)}`));
    const paths = [await files.write(many('a'), 'a.csv'), await files.write(many('b'), 'b.csv')];
    const given: RejectedRow[] = [];
    const report = await generateReport({ files: paths }, { onRejected: (one) => void given.push(one) });
    expectEveryRowAccountedFor(report.data_quality);
    expect(given.map(({ line, text }) => [line, text])).toEqual(
      ['a', 'b'].flatMap((prefix) => Array.from({ length: 30 }, (_, i) => [3 + i, `${prefix},${String(i)}`])),
    );
    expect(given.map(({ file }) => file)).toEqual(
      paths.flatMap((path) => Array.from({ length: 30 }, () => path)),
    );
    expect(report.data_quality.rejected_examples).toHaveLength(20);
    expect(given.slice(0, 20)).toMatchObject(report.data_quality.rejected_examples);
  });
});

describe('headings', () => {
  it('may stand in quotes over two lines', async () => {
    const report = await read(csv(row('1'), row('2'), 'short').replace('ClosedBy', '"Closed\nBy"'));
    expect(counts(report)).toEqual([3, 2, 1, 0]);
    expect(rejected(report)).toEqual([[5, 'too few fields', 'short']]);
    expect(report.source.files[0]?.columns[2]).toMatchObject({ field: 'closed_by', heading: 'Closed\nBy' });
  });

  it('that occur twice give the first one the field', async () => {
    const report = await read(csv(`${row('1')},Other`).replace('ChatStartTime', 'ChatStartTime,ClosedBy'));
    expect(agents(report)).toEqual([['Asha', 1]]);
    expect(report.source.files[0]?.columns.map(({ field }) => field)).toEqual([
      'chat_id',
      'user_id',
      'closed_by',
      'closing_reason',
      'started_at',
      null,
    ]);
  });

  it('say by which rule they were understood, a map before all', async () => {
    const content =
      'Chat ID;started_at;Agent;Closed-By;Whatever;Rating;Visitor\n1;15-02-2021 10:00;Asha;Bot;2;5;u\n';
    const columns = (await read(content, { map: { closed_by: 'agent', csat_score: 'Whatever' } })).source
      .files[0]?.columns;
    expect(columns?.map(({ field, rule }) => [field, rule])).toEqual([
      ['chat_id', 'name of the field'],
      ['started_at', 'name of the field'],
      ['closed_by', 'mapped by option'],
      [null, 'not used'],
      ['csat_score', 'mapped by option'],
      [null, 'not used'],
      ['user_id', 'synonym'],
    ]);
  });

  it('are enough with a single row', async () => {
    expect(counts(await read(csv(row('1'))))).toEqual([1, 1, 0, 0]);
  });

  it('that a file lacks leave their metrics empty, with a note', async () => {
    const report = await read('RoomCode,ClosedBy,ChatStartTime\n1,Asha,15-02-2021 10:00:00\n');
    expect(report.source.missing_fields).toEqual([
      'user_id',
      'closing_reason',
      'ended_at',
      'assigned_at',
      'bot_first_response_seconds',
      'agent_first_response_seconds',
      'csat_score',
    ]);
    expect(report.data_quality.notes).toEqual([
      expect.stringContaining(
        'has no column for user_id, closing_reason, ended_at, assigned_at, bot_first_response_seconds, agent_first_response_seconds, csat_score: what is measured by it is empty, not 0.',
      ),
    ]);
    expect(report.tables.chat_metrics[0]).toMatchObject({
      incoming_chats: 1,
      unique_users: null,
      returning_users: null,
    });
    expect(report.tables.agent_metrics[1]).toMatchObject({
      chats_resolved: 1,
      resolution_chats: null,
      csat_rated_chats: null,
    });
    expect(report.tables.closing_reasons).toEqual([]);
    expect(report.data_quality.warnings).toEqual([]);
  });
});

describe('several files', () => {
  it('are one, and of equal rows of two files the later file counts', async () => {
    const [a, b] = [
      await files.write(csv(row('1', 'First'), row('2'))),
      await files.write(csv(row('1', 'Second'), row('3'))),
    ];
    const forwards = await generateReport({ files: [a, b] });
    const backwards = await generateReport({ files: [b, a] });
    for (const report of [forwards, backwards]) {
      expectEveryRowAccountedFor(report.data_quality);
      expect(counts(report)).toEqual([4, 3, 0, 1]);
      expect(report.data_quality.rows_duplicate_differing).toBe(1);
    }
    expect(agents(forwards)).toEqual([['Asha', 2], ['Second', 1]]); // oxfmt-ignore
    expect(agents(backwards)).toEqual([['Asha', 2], ['First', 1]]); // oxfmt-ignore
  });

  it('may differ in columns, order of columns, delimiter and dates', async () => {
    const other =
      'start time;agent;chat id;rating\n02/16/2021 11:00 PM;Asha;9;5\n02/17/2021 1:00 AM;Asha;1;4\n';
    const report = await generateReport({
      files: [await files.write(csv(row('1'), row('2'))), await files.write(other)],
    });
    expectEveryRowAccountedFor(report.data_quality);
    expect(counts(report)).toEqual([4, 3, 0, 1]);
    expect(report.source).toMatchObject({
      first_chat_at: '2021-02-15 10:00:00',
      last_chat_at: '2021-02-17 01:00:00',
    });
    expect(report.source.files.map(({ rows_read, date_order }) => [rows_read, date_order])).toEqual([
      [2, 'dmy'],
      [2, 'mdy'],
    ]);
  });

  it('count every row apart from the others: out of range, filtered out, duplicate, rejected', async () => {
    const late = row('7').replace('15-02', '20-02');
    const report = await read(csv(row('1'), row('1'), row('2', 'Bela'), late, 'x'), {
      to: '2021-02-20',
      agent: 'asha',
    });
    expect(report.data_quality).toMatchObject({
      rows_read: 5,
      rows_used: 1,
      rows_rejected: 1,
      rows_duplicate: 1,
      rows_duplicate_equal: 1,
      rows_out_of_range: 1,
      rows_filtered_out: 1,
    });
  });
});
