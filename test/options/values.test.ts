import { describe, expect, it } from 'vitest';
import { businessHoursText } from '../../src/options/business-hours.js';
import { parseOptions, reportedOptions, type ReportOptions } from '../../src/options/options.js';

const one = <Name extends keyof ReportOptions>(name: Name, value: unknown): ReportOptions[Name] =>
  parseOptions({ ...(name === 'csatScale' ? { csatSatisfied: 1 } : {}), [name]: value })[name];

const everyDay = (fromMinute: number, toMinute: number): object[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute, toMinute }));

describe('options that are not given', () => {
  it('take the defaults of metrics.md', () => {
    expect(reportedOptions(parseOptions())).toMatchObject({
      period: 'week',
      week_start: 'monday',
      from: null,
      to: null,
      business_hours: '10:00-17:00',
      holidays: [],
      bots: ['System', 'Bot'],
      csat_scale: '1-5',
      csat_satisfied: 4,
      timeout_reasons: ['Closing inactive room'],
      response_target_seconds: 30,
      shift_gap_seconds: 36_000,
      small_n: 5,
      compare: null,
      created: null,
      date_order: null,
      source_timezone: null,
      timezone: null,
      agent: [],
      closing_reason: [],
      weekday: [],
      half_hour: [],
      map: {},
    });
  });

  it('are those that are undefined or null too', () => {
    const given = parseOptions({ period: undefined, bots: null, from: null });
    expect(reportedOptions(given)).toEqual(reportedOptions(parseOptions()));
  });
});

describe('the name of an option', () => {
  it.each(['businessHours', 'business-hours', 'business_hours', 'BUSINESS HOURS', 'business hours'])(
    'may be spelled %s',
    (name) => {
      expect(reportedOptions(parseOptions({ [name]: '9:00-18:00' })).business_hours).toBe('09:00-18:00');
    },
  );
});

describe('every accepted spelling of a value is understood', () => {
  it.each([
    ['period', 'day', 'day'],
    ['period', ' Month ', 'month'],
    ['period', 'WEEK', 'week'],
    ['weekStart', 'sunday', 7],
    ['weekStart', 'Mon', 1],
    ['weekStart', 'th', 4],
    ['weekStart', 3, 3],
    ['weekStart', '7', 7],
    ['weekday', 'Sun,mon,7', [1, 7]],
    ['halfHour', '9:30,00:00,09:30', ['00:00', '09:30']],
    ['smallN', '0', 0],
    ['smallN', 12, 12],
    ['compare', ' Previous ', 'previous'],
    ['compare', '2021-01-01..2021-02-01', { from: '2021-01-01', to: '2021-02-01' }],
    ['created', '2021-03-01', '2021-03-01'],
    ['from', '2021-02-01', '2021-02-01 00:00:00'],
    ['from', ' 2021-02-01 10:30 ', '2021-02-01 10:30:00'],
    ['to', '2021-02-01T10:30:59', '2021-02-01 10:30:59'],
    ['to', '2024-02-29', '2024-02-29 00:00:00'],
    ['holidays', '2021-12-26,2021-12-25', ['2021-12-25', '2021-12-26']],
    ['holidays', ['2021-12-25', '2021-12-25'], ['2021-12-25']],
    ['holidays', [], []],
    ['bots', 'System, Helper Bot', ['System', 'Helper Bot']],
    ['bots', '"Bot, Jr.",Bot', ['Bot, Jr.', 'Bot']],
    ['bots', '"say ""hi"""', ['say "hi"']],
    ['bots', ['Bot, Jr.', ' Bot '], ['Bot, Jr.', 'Bot']],
    ['bots', 'A,,B,', ['A', 'B']],
    ['csatScale', '0-10', { min: 0, max: 10 }],
    ['csatScale', '1 to 7', { min: 1, max: 7 }],
    ['csatScale', '0..1', { min: 0, max: 1 }],
    ['csatScale', '-2-2', { min: -2, max: 2 }],
    ['csatScale', '0.5 - 5.5', { min: 0.5, max: 5.5 }],
    ['csatSatisfied', '4.5', 4.5],
    ['csatSatisfied', 5, 5],
    ['timeoutReasons', ['Time, out'], ['Time, out']],
    ['responseTarget', 45, 45],
    ['responseTarget', '45', 45],
    ['responseTarget', '1.5', 1.5],
    ['responseTarget', '30s', 30],
    ['responseTarget', '2m', 120],
    ['responseTarget', '1m 30s', 90],
    ['responseTarget', '0s', 0],
    ['shiftGap', '10H', 36_000],
    ['shiftGap', '1h30m', 5400],
    ['shiftGap', '1d', 86_400],
    ['shiftGap', '0.5 h', 1800],
    ['dateOrder', 'DMY', 'dmy'],
    ['dateOrder', 'mdy', 'mdy'],
    ['dateOrder', 'ymd', 'ymd'],
    ['sourceTimezone', 'Europe/London', 'Europe/London'],
    ['timezone', 'asia/kolkata', expect.stringMatching(/^asia\/kolkata$/i)],
    ['timezone', 'UTC', 'UTC'],
    ['agent', 'Asha, Jr.', ['Asha, Jr.']],
    ['agent', ['Asha', ' Bela '], ['Asha', 'Bela']],
    ['closingReason', 'Done, thanks', ['Done, thanks']],
    ['map', { started_at: ' Chat Start ' }, { started_at: 'Chat Start' }],
    ['map', 'started_at=Chat Start', { started_at: 'Chat Start' }],
    ['map', ['started_at = A=B', 'chat_id=Id'], { started_at: 'A=B', chat_id: 'Id' }],
  ] as const)('%s: %j', (name, value, expected) => {
    expect(one(name, value)).toEqual(expected);
  });
});

describe('business hours', () => {
  it.each([
    ['10:00-17:00', everyDay(600, 1020)],
    [' 9:30 - 18:00 ', everyDay(570, 1080)],
    ['00:00-24:00', everyDay(0, 1440)],
    ['22:00-06:00', everyDay(1320, 1800)],
    ['22:00-00:00', everyDay(1320, 1440)],
    ['mon 9:00-12:00', [{ weekday: 1, fromMinute: 540, toMinute: 720 }]],
    ['Sat,Sun 9:00-12:00', [6, 7].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 720 }))],
    ['sat-mon 9:00-12:00', [1, 6, 7].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 720 }))],
    ['sunday 20:00-02:00', [{ weekday: 7, fromMinute: 1200, toMinute: 1560 }]],
  ])('%s', (written, expected) => {
    expect(one('businessHours', written)).toEqual(expected);
  });

  it('take several ranges, clauses by day, an object and lists alike', () => {
    const clauses = one('businessHours', 'mon-fri 9:00-12:00,13:00-17:00; sat 10:00-14:00');
    expect(clauses).toHaveLength(11);
    const object = { 'mon-fri': ['9:00-12:00', '13:00-17:00'], sat: '10:00-14:00' };
    expect(one('businessHours', object)).toEqual(clauses);
    expect(one('businessHours', ['9:00-12:00', '13:00-17:00'])).toEqual(
      one('businessHours', '9:00-12:00,13:00-17:00'),
    );
  });

  it.each([
    '10:00-17:00',
    '00:00-24:00',
    '22:00-06:00',
    'mon-fri 09:00-12:00,13:00-17:00; sat 10:00-14:00',
    'mon,wed 09:00-12:00; sun 22:00-06:00',
    'mon-wed 09:00-12:00; thu-sat 10:00-11:00; sun 12:00-24:00',
  ])('%s are written as they are read', (written) => {
    expect(businessHoursText(one('businessHours', written))).toBe(written);
  });
});
