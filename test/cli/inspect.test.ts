import { describe, expect, it } from 'vitest';
import { faultyCsv, soundCsv } from './exports.js';
import { desk } from './program.js';

const { run, write } = desk();

describe('inspect', () => {
  it('tells people what a file holds, section by section', async () => {
    write('chats.csv', faultyCsv);
    const { code, stdout, stderr } = await run('inspect', 'chats.csv');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = [
      /^File +chats\.csv$/m,
      /^Size +\d+ bytes, 3 rows$/m,
      /^Written as +CSV in UTF-8, comma between fields, headings in line 1$/m,
      /^Profile +verloop \(headings explained, of 10: verloop 10, generic 9, /m,
      /^Chats +from 2021-02-15 10:00:00 to 2021-02-15 10:00:00$/m,
      /^ {2}RoomCode +chat_id +heading of Verloop\b.*$/m,
      /^ {2}day-month-year: 2 dates can only be day-month-year, none contradicts$/m,
      /^ {2}csat_score +1 /m,
      /^ {2}Asha +agent +1$/m,
      /^ {2}rows_rejected +2$/m,
      /^ {2}line 3 \(too few fields\): =cmd\(1\),"x, y"$/m,
      /^First rows\n {2}chat_id +c1$/m,
    ];
    for (const line of lines) expect(stdout).toMatch(line);
  });

  it('tells programs the same as JSON, and nothing else on standard output', async () => {
    write('data_dump.csv', soundCsv);
    const { code, stdout } = await run('inspect', '--format', 'json');
    const inspection = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(Object.keys(inspection)).toEqual([
      ...['source', 'date_formats', 'missing_values', 'closers', 'data_quality'],
      ...['profile_scores', 'profile', 'first_rows', 'proposals'],
    ]);
    expect(inspection.closers).toEqual([
      { name: 'Asha', is_bot: false, chats: 1 },
      { name: 'Bot', is_bot: true, chats: 1 },
    ]);
    expect(inspection.first_rows).toHaveLength(2);
  });

  it('heeds options as a report does', async () => {
    write('data_dump.csv', soundCsv.replace('ChatStartTime', 'Begun'));
    const { code, stdout } = await run('inspect', '--map', 'started_at=Begun', '--bots', 'asha');
    expect(stdout).toMatch(/^ {2}Begun +started_at +mapped by option$/m);
    expect(stdout).toMatch(/^ {2}Asha +bot +1$/m);
    expect(code).toBe(0);
  });

  it('prints the columns that it found where a needed one is missing, and ends with code 3', async () => {
    write('data_dump.csv', soundCsv.replace('ChatStartTime', 'Begun at'));
    const { code, stdout, stderr } = await run('inspect');
    expect(stdout).toMatch(/^Columns\n {2}Heading +Field +Rule\n {2}RoomCode +chat_id/);
    expect(stdout).toMatch(/^ {2}Begun at +- +not used$/m);
    expect(stderr).toContain('data_dump.csv has no column for started_at');
    expect(stderr).toContain('Columns found: "RoomCode", "UserId",');
    expect(stderr).toMatch(/--map started_at="[^"]+"\n$/);
    expect(code).toBe(3);
  });

  it('prints nothing on standard output in place of JSON where a needed column is missing', async () => {
    write('data_dump.csv', soundCsv.replace('RoomCode', 'Key'));
    expect(await run('inspect', '--format', 'json')).toMatchObject({ code: 3, stdout: '' });
  });
});
