import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { cannotRead } from '../../src/engines/duckdb/files.js';
import { generateReport, UserError, type Place, type ReportOptionsSpec } from '../../src/index.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const heading = 'RoomCode,UserId,ClosedBy,ClosingComment,ChatStartTime';
const csv = (...lines: string[]): string => `${[heading, ...lines].join('\n')}\n`;
const chat = csv('1,u,Asha,Done,15-02-2021 10:00:00', '2,u,Bela,Closing now,16-02-2021 10:00:00');

interface Refusal {
  code: string;
  message: string;
  hint: string | undefined;
  exitCode: number;
  place: Place | undefined;
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, hint, exitCode, place } = error;
    return { code, message, hint, exitCode, place };
  }
  throw new Error('it was accepted');
}

/** What is said of one file; the folder is left out. */
async function refused(
  content: string | Uint8Array,
  options: ReportOptionsSpec = {},
  name = 'chats.csv',
): Promise<Refusal> {
  const path = await files.write(content, name);
  const refusal = await refusalOf(generateReport({ ...options, files: path }));
  const short = (text: string): string => text.replaceAll(path, name);
  return {
    ...refusal,
    message: short(refusal.message),
    hint: refusal.hint === undefined ? undefined : short(refusal.hint),
    place:
      refusal.place?.file === undefined
        ? refusal.place
        : { ...refusal.place, file: short(refusal.place.file) },
  };
}

describe('a file that cannot be opened', () => {
  it('is not there', async () => {
    const path = files.path('nothing.csv');
    expect(await refusalOf(generateReport({ files: path }))).toMatchObject({
      code: 'no_such_file',
      message: `There is no file ${path}.`,
      hint: 'Check the name and the folder.',
      exitCode: 3,
    });
  });

  it('is a folder', async () => {
    const path = files.path('folder');
    await mkdir(path);
    expect(await refusalOf(generateReport({ files: path }))).toMatchObject({
      code: 'is_folder',
      message: `${path} is a folder.`,
      hint: `Name its files: "${path}/*.csv"`,
      exitCode: 3,
    });
  });

  it.each(['EACCES', 'EPERM'])('may not be read (%s)', (code) => {
    expect(cannotRead('chats.csv', Object.assign(new Error('no'), { code }))).toMatchObject({
      code: 'no_permission',
      message: 'chats.csv may not be read.',
      hint: 'Ask for the right to read it, or copy it.',
      exitCode: 3,
    });
  });

  it('fails for another reason, which is said', async () => {
    const path = `${await files.write(chat)}/inside.csv`;
    expect(await refusalOf(generateReport({ files: path }))).toMatchObject({
      code: 'cannot_read',
      message: expect.stringMatching(/inside\.csv cannot be read: ENOTDIR: not a directory/),
      exitCode: 3,
    });
  });

  it('is not named at all', async () => {
    expect(await refusalOf(generateReport({ files: [] }))).toEqual({
      code: 'no_files',
      message: 'No file is named.',
      hint: 'Name a CSV file.',
      exitCode: 2,
      place: undefined,
    });
  });
});

describe('a file that holds no chats', () => {
  it.each([
    ['no byte', ''],
    ['blank lines', '\n \n\t\n\r\n'],
    ['a byte-order mark', '\ufeff'],
    ['nothing, zipped', gzipSync('')],
  ])('because it holds %s is empty', async (_, content) => {
    expect(await refused(content)).toMatchObject({
      code: 'empty_file',
      message: 'chats.csv is empty.',
      hint: 'Export it again, or name another file.',
      exitCode: 3,
    });
  });

  it('but headings says so', async () => {
    expect(await refused(csv())).toMatchObject({
      code: 'no_chats',
      message: 'The file has headings, but no chats.',
      hint: 'Export it again for a range of dates that has chats.',
      exitCode: 3,
    });
  });

  it('that can be used tells why, and shows the first', async () => {
    const told = await refused(
      csv('', '-,u,Asha,Done,15-02-2021', '2,u,Asha,Done,soon', '3,u,Asha,Done,later'),
    );
    expect(told).toMatchObject({
      code: 'all_rejected',
      message: 'None of the 3 rows can be used: unreadable started_at (2), no chat_id (1).',
      hint: expect.stringContaining('The first one: line 3: -,u,Asha,Done,15-02-2021\n') as string,
      exitCode: 3,
      place: { file: 'chats.csv', line: 3 },
    });
    expect(told.hint).toContain(
      'chats.csv, column "ChatStartTime" (started_at): 2 values are no dates that can be read, such as "later" and "soon"',
    );
  });

  it('in the range tells when the chats start', async () => {
    const before = {
      code: 'no_chats_in_range',
      hint: 'The chats start between 2021-02-15 10:00:00 and 2021-02-16 10:00:00.',
      exitCode: 5,
    };
    expect(await refused(chat, { from: '2021-03-01' })).toMatchObject(before);
    expect(await refused(chat, { to: '2021-02-01' })).toMatchObject(before);
  });
});

describe('a file that is no text', () => {
  it.each([
    ['pdf_file', Buffer.from('%PDF-1.7\nstream')],
    ['binary_file', Buffer.alloc(100)],
  ])('is refused as %s', async (code, content) => {
    expect(await refused(content)).toMatchObject({ code, exitCode: 3 });
  });

  it.each([
    ['cut off', gzipSync(chat.repeat(2000)).subarray(0, 400)],
    ['cut off after a megabyte', gzipSync(noise(1_500_000)).subarray(0, -20)],
    ['changed', changed(gzipSync(noise(1_500_000)))],
    ['text behind the first two bytes', Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.from(chat)])],
  ])('is called broken when it is zipped and %s', async (_, content) => {
    expect(await refused(content, {}, 'chats.csv.gz')).toEqual({
      code: 'broken_archive',
      message: 'chats.csv.gz is a broken gzip file: it was cut off, or bytes in it are wrong.',
      hint: 'Download or copy it again; if it stays so, unpack it and give the file in it.',
      exitCode: 3,
      place: { file: 'chats.csv.gz' },
    });
  });
});

describe('columns', () => {
  it('that are needed and missing are named, with what was found, the nearest and what to type', async () => {
    expect(await refused('Room,Closd By,Stop\n1,Asha,15-02-2021\n')).toMatchObject({
      code: 'missing_column',
      message: 'chats.csv has no column for closed_by and started_at.',
      hint: 'Columns found: "Room", "Closd By", "Stop". Nearest: "Closd By" for closed_by (its heading speaks for it, and it has 1 name in 1 row). Likely too: map: { ended_at: "Stop" }. Say which column it is: map: { closed_by: "Closd By", started_at: "Heading" }',
      exitCode: 3,
      place: { file: 'chats.csv' },
    });
  });

  it('that a map names must be there', async () => {
    expect(await refused(chat, { map: { csat_score: 'Closing Coment' } })).toMatchObject({
      code: 'missing_column',
      message: 'chats.csv has no column "Closing Coment", which map names for csat_score.',
      exitCode: 3,
      place: { file: 'chats.csv' },
    });
  });

  it('that are many are not all shown', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `column ${String(index)}`).join(',');
    const { hint } = await refused(`${many}\n${many}\n`);
    expect(hint).toContain('"column 39" and 20 more.');
  });

  it('are mapped to fields that there are', async () => {
    expect(await refused(chat, { map: { start_at: 'ChatStartTime' } })).toEqual({
      code: 'unknown_field',
      message: 'map: there is no field "start_at". Did you mean "started_at"?',
      hint: 'Fields: chat_id, user_id, closed_by, closing_reason, started_at, ended_at, assigned_at, bot_first_response_seconds, agent_first_response_seconds, csat_score.',
      exitCode: 2,
      place: undefined,
    });
  });
});

describe('filters and zones', () => {
  it('name an agent that there is', async () => {
    expect(await refused(chat, { agent: ['asha', 'Bella'] })).toEqual({
      code: 'unknown_name',
      message: 'agent: there is no agent "Bella". Did you mean "Bela"?',
      hint: 'There are: Asha, Bela.',
      exitCode: 2,
      place: undefined,
    });
  });

  it('name a closing reason that there is', async () => {
    expect(await refused(chat, { closingReason: 'xyz' })).toEqual({
      code: 'unknown_name',
      message: 'closingReason: there is no closing reason "xyz".',
      hint: 'There are: Closing now, Done.',
      exitCode: 2,
      place: undefined,
    });
  });

  it('show twelve names at most, or none', async () => {
    const rows = Array.from(
      { length: 15 },
      (_, i) => `${String(i)},u,Agent ${String(i + 10)},Done,15-02-2021 10:00:00`,
    );
    expect((await refused(csv(...rows), { agent: 'xyz' })).hint).toMatch(
      /^There are: Agent 10, .*Agent 21 and 3 more\.$/,
    );
    const bots = csv('1,u,Bot,Done,15-02-2021 10:00:00');
    expect((await refused(bots, { agent: 'Bot' })).hint).toBe('There are: none.');
  });

  it('need to know the zone of times that carry none', async () => {
    expect(await refused(chat, { timezone: 'Asia/Kolkata' })).toEqual({
      code: 'unknown_source_timezone',
      message: 'timezone: "Asia/Kolkata" needs to know in which zone the times of the file are written.',
      hint: 'Add sourceTimezone, such as sourceTimezone: "UTC" or sourceTimezone: "Asia/Kolkata".',
      exitCode: 2,
      place: undefined,
    });
  });

  it('do not need it where every time carries one', async () => {
    const report = await files.report('RoomCode,ClosedBy,ChatStartTime\n1,Asha,2021-02-15T10:00:00Z\n', {
      timezone: 'Asia/Kolkata',
    });
    expect(report.source).toMatchObject({ first_chat_at: '2021-02-15 15:30:00', timezone: 'Asia/Kolkata' });
    expect(
      (await files.report('RoomCode,ClosedBy,ChatStartTime\n1,Asha,2021-02-15T10:00:00+01:00\n')).source,
    ).toMatchObject({
      first_chat_at: '2021-02-15 10:00:00',
      timezone: '+01:00',
    });
  });
});

/** Chats that hardly pack, as text. */
function noise(bytes: number): string {
  let [text, state] = [`${heading}\n`, 1];
  while (text.length < bytes) {
    state = (state * 48_271) % 2_147_483_647;
    text += `${state.toString(36)},u${((state * 7919) % 1_000_003).toString(36)},Asha,Done,15-02-2021 10:00:00\n`;
  }
  return text;
}

function changed(packed: Buffer): Buffer {
  const middle = Math.floor(packed.length / 2);
  return packed.fill(0xff, middle, middle + 64);
}
