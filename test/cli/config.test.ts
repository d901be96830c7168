import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configKeys, flagsOfReport } from '../../src/cli/report-flags.js';
import { soundCsv } from './exports.js';
import { desk } from './program.js';

const { run, write, names, path } = desk();
const config = 'chat-metrics.config.json';

const json = (value: unknown): string => JSON.stringify(value);

async function optionsWith(...args: string[]) {
  write('data_dump.csv', soundCsv);
  const { code, stdout, stderr } = await run('report', '--format', 'json', '-q', ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).options;
}

describe('the configuration file', () => {
  it('of the folder is used, whatever the spelling of its keys', async () => {
    write(config, `\uFEFF${json({ period: 'month', weekStart: 'sunday', bots: ['Robo', 'A, B'] })}`);
    expect(await optionsWith()).toMatchObject({
      period: 'month',
      week_start: 'sunday',
      bots: ['Robo', 'A, B'],
    });
  });

  it('named by --config is used in place of that of the folder', async () => {
    write(config, json({ period: 'month' }));
    write('other/mine.json', json({ 'week-start': 'friday' }));
    expect(await optionsWith('--config', 'other/mine.json')).toMatchObject({
      period: 'week',
      week_start: 'friday',
    });
  });

  it('is beaten by the command line', async () => {
    write(config, json({ period: 'month', 'business-hours': '9:00-18:00' }));
    expect(await optionsWith('--period', 'day')).toMatchObject({
      period: 'day',
      business_hours: '09:00-18:00',
    });
  });

  it('takes every flag but --config by its name: that it be quiet, how it tells its steps, and where it keeps readings', async () => {
    const keys = flagsOfReport.map(({ name }) => name).filter((name) => name !== 'config');
    expect([...configKeys].sort()).toEqual(keys.sort());
    write('data_dump.csv', soundCsv);
    write(config, json({ quiet: true, cache: 'kept.duckdb', output: 'weekly.json' }));
    expect(await run('report')).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(names()).toEqual([config, 'data_dump.csv', 'kept.duckdb', 'weekly.json']);
    write(config, json({ verbose: true, output: 'weekly.json' }));
    expect((await run('report')).stderr).toContain('Reading data_dump.csv');
  });

  it.each(['quiet', 'verbose', 'strict', 'with-chats', 'on-shards'])(
    'says yes or no to %s, not in words',
    async (key) => {
      write('data_dump.csv', soundCsv);
      write(config, json({ [key]: 'true' }));
      const { code, stderr } = await run('report', '-o', 'report.xlsx');
      expect({ code, names: names() }).toEqual({ code: 2, names: [config, 'data_dump.csv'] });
      expect(stderr).toContain(
        `"${key}" in the configuration: "true" is not allowed.\nAllowed: true, false.`,
      );
    },
  );

  it('says where the report goes and in which format', async () => {
    write('data_dump.csv', soundCsv);
    write(config, json({ format: 'json', output: 'weekly.json', rejects: 'bad.csv', strict: true }));
    expect(await run('report', '-q')).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(names()).toEqual(['bad.csv', config, 'data_dump.csv', 'weekly.json']);
  });

  it('names files for where the command line names none, and its schema', async () => {
    write('x/a.csv', soundCsv);
    write('b.csv', soundCsv);
    write(config, json({ $schema: './x.schema.json', files: ['x'], output: 'weekly.json' }));
    const nameRead = async (...args: string[]): Promise<string> => {
      await run('report', '-q', '--format', 'json', '-o', 'weekly.json', ...args);
      return JSON.parse(readFileSync(path('weekly.json'), 'utf8')).source.files[0].name;
    };
    expect([await nameRead(), await nameRead('b.csv')]).toEqual(['a.csv', 'b.csv']);
  });

  it('is used by inspect and metrics too, but for its format', async () => {
    write('data_dump.csv', soundCsv);
    write(config, json({ format: 'csv', output: 'out', 'response-target': '45s', bots: ['Asha'] }));
    expect((await run('metrics')).stdout).toContain('First responses within 45 seconds');
    expect((await run('inspect')).stdout).toMatch(/^ {2}Asha +bot +1$/m);
  });
});

const faults: [what: string, content: string, args: string[], messages: string[]][] = [
  [
    'is not there',
    '{}',
    ['--config', 'nowhere.json'],
    ['The configuration nowhere.json cannot be read.', 'ENOENT'],
  ],
  ['is a folder', '{}', ['--config', 'folder'], ['The configuration folder cannot be read.', 'EISDIR']],
  ['is not JSON', '{ period: week }', [], [`${config} is not valid JSON: `]],
  ['is a list', '["week"]', [], [`${config} is no JSON object.`, 'Write it as {"period": "month"']],
  ['is null', 'null', [], [`${config} is no JSON object.`]],
  [
    'has a key that there is not',
    '{"perod": "week"}',
    [],
    [`${config}: there is no key "perod".`, 'Did you mean "period"?'],
  ],
  ['has a key like no other', '{"colour": 1}', [], ['there is no key "colour".\n', 'Keys: period, ']],
  ['has a bad option', '{"period": "wek"}', [], ['"period" in the configuration: "wek" is not allowed.']],
  ['has a bad list', '{"bots": [1]}', [], ['"bots" in the configuration: 1 is not allowed.']],
  ['has a bad format', '{"format": "pdf"}', [], ['"format" in the configuration: "pdf" is not allowed.']],
  ['has a bad output', '{"output": 5}', [], ['"output" in the configuration: 5 is not allowed.']],
  ['has bad rejects', '{"rejects": ""}', [], ['"rejects" in the configuration: "" is not allowed.']],
  [
    'has a bad strict',
    '{"strict": "no"}',
    [],
    ['"strict" in the configuration: "no" is not allowed.', 'true, false'],
  ],
];

describe('a configuration is refused, with code 2, where it', () => {
  it.each(faults)('%s', async (_, content, args, messages) => {
    write('data_dump.csv', soundCsv);
    write('folder/x.csv', soundCsv);
    write(config, content);
    const { code, stdout, stderr } = await run('report', ...args);
    for (const message of messages) expect(stderr).toContain(message);
    expect({ code, stdout, names: names() }).toEqual({
      code: 2,
      stdout: '',
      names: [config, 'data_dump.csv', 'folder'],
    });
  });
});

it('a bad value of the command line is not put down to the configuration', async () => {
  write(config, json({ period: 'month' }));
  expect((await run('report', '--period', 'wek')).stderr).toContain('--period: "wek" is not allowed.');
});
