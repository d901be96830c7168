import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateReport, UserError, type ReportRequest } from '../../src/index.js';
import { asOption } from '../../src/options/mention.js';

const example = 'examples/data_dump.csv';

async function refusalOf(request: unknown): Promise<UserError> {
  try {
    await generateReport(request as ReportRequest);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('files that are no paths are refused, and nothing of them is told:', () => {
  const bytes = readFileSync(example);
  const wrong: [string, unknown][] = [
    ['the bytes of a file', { files: bytes }],
    ['the text of a file', { files: bytes.toString('utf8') }],
    ['a long line of one', { files: 'a,b,'.repeat(500) }],
    ['a list with one', { files: [example, bytes.toString('utf8')] }],
    ['rows', { files: [{ chat_id: 'c1' }] }],
    ['a number', { files: 7 }],
    ['an empty path', { files: '' }],
    ['null', { files: null }],
    ['no files', {}],
    ['no request', undefined],
  ];
  it.each(wrong)('%s', async (_, request) => {
    const { code, message, hint = '', exitCode } = await refusalOf(request);
    expect({ code, exitCode }).toEqual({ code: 'bad_files', exitCode: 2 });
    expect(`${message}\n${hint}`.length).toBeLessThan(200);
    expect(`${message}${hint}`).not.toMatch(/c1|a,b|\d/);
  });
});

it('hints of the library name its options, not flags', async () => {
  const { message, hint = '' } = await refusalOf({ files: example, timezone: 'Europe/London' });
  expect(`${message}\n${hint}`).not.toContain('--');
  expect(hint).toContain('sourceTimezone: ');
});

it.each([
  ['dateOrder', null, 'dateOrder'],
  ['dateOrder', 'mdy', 'dateOrder: "mdy"'],
  ['map', 'agent="Served by"', 'map: { agent: "Served by" }'],
  ['bots', '"System,Bot,Dina"', 'bots: "System,Bot,Dina"'],
  ['profile', 'NAME', 'profile: NAME'],
])('%s with %s is said as %s', (name, value, words) => {
  expect(asOption(name, value)).toBe(words);
});
