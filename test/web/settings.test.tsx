import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/cli/config.js';
import { reportOptions } from '../../src/cli/given.js';
import { configName } from '../../src/cli/report-flags.js';
import { optionCatalog } from '../../src/options/catalog.js';
import { parseOptions, reportedOptions } from '../../src/options/options.js';
import { configFileName, configText } from '../../src/web/settings/config-file.js';
import { fieldGroups, hasFields, withoutFields } from '../../src/web/settings/fields.js';
import { durationText, listText, optionText, withTexts } from '../../src/web/settings/setting-texts.js';
import { SettingsPanel } from '../../src/web/settings/settings-panel.js';
import { settingLabels } from '../../src/web/state/setting-words.js';
import type { Settings } from '../../src/web/state/settings.js';
import { madeUpReport } from '../excel/made-up-report.js';

const report = madeUpReport({ agents: ['Asha'], days: 24 });
const fields = fieldGroups.flatMap((group) => group.fields);
const nothing = () => undefined;

const panel = (settings: Settings, isOpen = true) =>
  renderToString(<SettingsPanel {...{ report, settings, isOpen }} onSettings={nothing} onClose={nothing} />);

describe('what is typed into the settings', () => {
  it.each([
    ['responseTarget', '60', '1m'],
    ['shiftGap', '90m', '1h30m'],
    ['smallN', '10', 10],
    ['csatSatisfied', '4.5', 4.5],
    ['bots', 'Robo, "A, B"', ['Robo', 'A, B']],
    ['holidays', '2021-12-25', ['2021-12-25']],
    ['businessHours', '9:00-18:00', '09:00-18:00'],
    ['period', 'month', 'month'],
    ['compare', 'previous', 'previous'],
  ] as const)('%s: %s is kept in one spelling', (name, text, value) => {
    expect(withTexts({}, { [name]: text })).toEqual({ [name]: value });
  });

  it.each([
    ['responseTarget', '30'],
    ['shiftGap', '600m'],
    ['businessHours', '10:00 - 17:00'],
    ['bots', 'System,Bot'],
    ['smallN', '5'],
    ['csatScale', '1 to 5'],
    ['period', ''],
  ] as const)('%s: %s is the default, and not kept', (name, text) => {
    expect(withTexts({ [name]: 'other' }, { [name]: text })).toEqual({});
  });

  it('stays as it is where it cannot be read, so that it can be told', () => {
    expect(withTexts({}, { responseTarget: 'soon' })).toEqual({ responseTarget: 'soon' });
  });

  it.each(fields.map(({ name }) => name))('%s is shown as a text that is read back as the same', (name) => {
    const options = reportedOptions(
      parseOptions({ from: '2021-02-01', to: '2021-03-01', compare: 'previous' }),
    );
    const { parse } = optionCatalog[name];
    const text = optionText(name, options);
    const expected = parseOptions({ from: '2021-02-01', to: '2021-03-01', compare: 'previous' });
    expect(text === '' ? expected[name] : parse(text, name)).toEqual(
      text === '' ? expected[name] : expected[name],
    );
  });
});

it('durations and lists are written as they are typed', () => {
  expect([0, 30, 60, 5400, 36_000, 1.5].map(durationText)).toEqual([
    '0s',
    '30s',
    '1m',
    '1h30m',
    '10h',
    '1.5',
  ]);
  expect(listText(['System', 'A, B', 'the "bot"'])).toBe('System, "A, B", "the ""bot"""');
});

describe('the configuration', () => {
  it.each<Settings>([
    {},
    { period: 'month', weekStart: 'sunday', from: '2021-02-01', to: '2021-03-01', compare: 'previous' },
    { businessHours: 'mon-fri 09:00-18:00; sat 10:00-14:00', holidays: ['2021-12-25'] },
    { bots: ['Robo', 'A, B'], timeoutReasons: [], csatScale: '1-10', csatSatisfied: 8 },
    { responseTarget: '1m', shiftGap: '8h', smallN: 10, timezone: 'Asia/Kolkata', sourceTimezone: 'UTC' },
    {
      map: { started_at: 'Chat Start' },
      unit: { agent_first_response_seconds: 'minutes' },
      dateOrder: 'dmy',
    },
  ])('%j is read by the command line as the same options', async (settings) => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'));
    try {
      expect(configFileName).toBe(configName);
      writeFileSync(join(folder, configFileName), configText(settings));
      const read = reportOptions(await readConfig(undefined, folder), { values: {}, positionals: [] });
      expect(reportedOptions(read)).toEqual(reportedOptions(parseOptions(settings)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the settings', () => {
  it('have a named control for each field, and say what it means', () => {
    const html = panel({});
    for (const { name } of fields) {
      expect(html).toContain(settingLabels[name]);
      expect(html).toContain(`id="setting-${name}"`);
      expect(html).toContain(`id="setting-${name}-help"`);
    }
  });

  it('show what is in use: what is set, else what the report was made with', () => {
    expect(panel({})).toMatch(/id="setting-responseTarget"[^>]*value="30s"/);
    expect(panel({ responseTarget: '1m' })).toMatch(/id="setting-responseTarget"[^>]*value="1m"/);
    expect(panel({})).toMatch(/value="10:00"/);
    expect(panel({ businessHours: 'mon-fri 09:00-18:00' })).toContain('value="mon-fri 09:00-18:00"');
  });

  it('are away while they are closed', () => {
    expect(panel({}, false)).not.toContain('setting-period');
  });

  it('go back to their defaults without touching how columns are read', () => {
    const settings: Settings = { period: 'day', map: { started_at: 'Start' } };
    expect(hasFields(settings)).toBe(true);
    expect(withoutFields(settings)).toEqual({ map: { started_at: 'Start' } });
    expect(hasFields(withoutFields(settings))).toBe(false);
  });
});
