import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../src/cli/config-schema.js';
import { schemaVersion } from '../../src/presentation/report-json.js';
import { reportSchema } from '../../src/presentation/report-schema.js';
import { brokenRules } from './broken-rules.js';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const [configuration, report] = ['configuration', 'report'].map((name) =>
  read(`schemas/${name}.schema.json`),
);

const goldens = [
  ...readdirSync('test/output').map((name) => join('test/output', name, 'report.json')),
  ...readdirSync('test/profiles/golden')
    .filter((name) => name.endsWith('.json'))
    .map((name) => join('test/profiles/golden', name)),
].filter((path) => existsSync(path));

it('the schemas that are shipped are those of the program', () => {
  expect([configuration, report]).toEqual([configSchema(), reportSchema(schemaVersion)]);
});

it('every golden report keeps to the schema of reports', () => {
  expect(goldens.length).toBeGreaterThan(40);
  for (const path of goldens) expect(brokenRules(read(path), report, path)).toEqual([]);
});

describe('the schema of configurations', () => {
  it('takes what the program takes', () => {
    const sound = {
      ...{
        $schema: './configuration.schema.json',
        files: ['exports/'],
        period: 'month',
        weekStart: 'sunday',
      },
      ...{ 'business-hours': { 'mon-fri': '9:00-18:00' }, bots: ['System', 'Dina'], strict: true, smallN: 3 },
      ...{ last: '4w', format: 'chats', map: { started_at: 'Start' } },
    };
    expect(brokenRules(sound, configuration)).toEqual([]);
  });

  it('refuses what it refuses', () => {
    const wrong = { perod: 'week', period: 'wek', strict: 'yes', config: 'x.json' };
    expect(brokenRules(wrong, configuration)).toHaveLength(4);
  });
});
