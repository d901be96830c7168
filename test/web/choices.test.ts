import { describe, expect, it } from 'vitest';
import { addressOf, addressText } from '../../src/web/state/address.js';
import { firstChoices } from '../../src/web/state/history.js';
import { memoryIn, rememberedMapping, rememberMapping } from '../../src/web/state/memory.js';
import {
  isFiltered,
  lastingSettings,
  optionsOf,
  settingsProblems,
  withSetting,
  type Filters,
  type Settings,
} from '../../src/web/state/settings.js';
import { waysOn } from '../../src/web/state/failures.js';
import { parseOptions } from '../../src/options/options.js';
import { lookedFile, newMemory } from './fake-client.js';

const settings: Settings = {
  period: 'day',
  businessHours: 'mon-fri 9:00-18:00; sat 10:00-14:00',
  bots: ['System', 'R2, D2'],
  smallN: 10,
  map: { started_at: 'Beginn & "Ende"' },
  profile: { name: 'mine', fields: { chat_id: { headings: ['Nr.'] } } },
};
const filters: Filters = {
  period: { from: '2021-02-01', to: '2021-02-08', label: '01 Feb 2021 .. 07 Feb 2021' },
  weekday: [6, 7],
  halfHour: ['09:30'],
  agent: ['Zoë, "Z"'],
  closingReason: ['[none]', '17'],
};

describe('the address', () => {
  it('gives back every setting, filter and view that was put into it', () => {
    const address = { settings, filters, view: 'columns' as const };
    expect(addressOf(`#${addressText(address)}`)).toEqual(address);
    expect(addressText({ settings: {}, filters: {}, view: 'report' })).toBe('');
  });

  it('passes over what is not known or not allowed', () => {
    const text =
      '#period=year&nonsense=1&week-start=sunday&only-weekday=x&agent=Ann&only-period=a..b&csat-scale=1-10';
    expect(addressOf(text)).toEqual({
      settings: { weekStart: 'sunday', csatScale: '1-10' },
      filters: {},
      view: 'report',
    });
  });

  it('goes before what is remembered, which is used where it says nothing', () => {
    const remembered = { period: 'month', smallN: 'many' };
    expect(firstChoices('#period=day', remembered).settings).toEqual({ period: 'day' });
    expect(firstChoices('', remembered).settings).toEqual({ period: 'month' });
    expect(firstChoices('', 'rubbish').settings).toEqual({});
  });
});

describe('settings and filters', () => {
  it('are together what the options of a report are', () => {
    const options = parseOptions(optionsOf({ ...settings, profile: undefined, from: '2021-01-01' }, filters));
    expect(options).toMatchObject({
      from: '2021-02-01 00:00:00',
      to: '2021-02-08 00:00:00',
      weekday: [6, 7],
      halfHour: ['09:30'],
      agent: ['Zoë, "Z"'],
      closingReason: ['[none]', '17'],
      bots: ['System', 'R2, D2'],
    });
    expect(optionsOf({}, { agent: [], weekday: [] })).toEqual({});
    expect([isFiltered({ agent: [] }), isFiltered({ weekday: [1] })]).toEqual([false, true]);
  });

  it('are kept only where they differ from the default', () => {
    expect(withSetting({ period: 'day' }, 'period', 'week')).toEqual({});
    expect(withSetting({ map: { chat_id: 'X' } }, 'map', {})).toEqual({});
    expect(withSetting({ timezone: 'UTC' }, 'timezone', '')).toEqual({});
    expect(withSetting({}, 'bots', [])).toEqual({ bots: [] });
  });

  it('outlive the file unless they belong to it or to one report', () => {
    expect(lastingSettings({ ...settings, from: '2021-01-01', compare: 'previous' })).toEqual({
      period: 'day',
      businessHours: settings.businessHours,
      bots: settings.bots,
      smallN: 10,
    });
  });

  it('say what is wrong with them, by setting', () => {
    expect(settingsProblems(settings)).toEqual({});
    expect(Object.keys(settingsProblems({ period: 'year', shiftGap: 'long', smallN: 5 }))).toEqual([
      'period',
      'shiftGap',
    ]);
    expect(settingsProblems({ csatScale: '1-10' }).csatSatisfied).toContain('is needed with');
    expect(settingsProblems({ from: '2021-02-01', to: '2021-01-01' }).to).toContain('is not before');
  });
});

describe('the memory of the browser', () => {
  it('knows files by their headings and keeps the newest 50 kinds', () => {
    const memory = newMemory();
    const files = (heading: string) => [lookedFile({ columns: [{ ...lookedFile().columns[0]!, heading }] })];
    for (let kind = 0; kind < 60; kind += 1)
      rememberMapping(memory, files(String(kind)), { dateOrder: 'mdy' });
    expect(rememberedMapping(memory, files('59'))).toEqual({ dateOrder: 'mdy' });
    expect(rememberedMapping(memory, files('9'))).toBe(null);
    rememberMapping(memory, files('59'), {});
    expect(rememberedMapping(memory, files('59'))).toBe(null);
  });

  it('remembers nothing where the browser forbids it or its content is rubbish', () => {
    const forbidden = memoryIn(() => {
      throw new Error('no storage here');
    });
    forbidden.write('theme', 'dark');
    expect(forbidden.read('theme')).toBe(null);
    const rubbish = { getItem: () => '{', removeItem: () => undefined, setItem: () => undefined };
    expect(memoryIn(() => rubbish as unknown as Storage).read('settings')).toBe(null);
  });
});

describe('the ways on from an error', () => {
  const plain = (code: string) => ({ code, message: '', hint: undefined, place: undefined });
  const nothing = { isFiltered: false, hasColumns: false, hasReport: false };

  it('is another file where the file is the problem, and another try where it passes', () => {
    expect(waysOn(plain('pdf_file'), nothing)).toEqual(['choose']);
    expect(waysOn(plain('too_big_for_browser'), { ...nothing, hasReport: true })).toEqual(['choose', 'back']);
    expect(waysOn(plain('engine_failed'), nothing)).toEqual(['again', 'choose']);
    expect(waysOn(plain('browser_too_old'), nothing)).toEqual([]);
  });

  it('is never none', () => {
    for (const code of ['bad_value', 'unknown_name', 'no_chats', 'missing_column', 'anything']) {
      expect(waysOn(plain(code), nothing).length).toBeGreaterThan(0);
    }
    expect(waysOn(plain('all_rejected'), { ...nothing, hasColumns: true })).toEqual([
      'columns',
      'rejects',
      'choose',
    ]);
    expect(waysOn(plain('unknown_name'), { ...nothing, isFiltered: true })).toEqual(['filters']);
  });
});
