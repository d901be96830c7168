import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { optionNames } from '../../src/options/catalog.js';
import { kebab } from '../../src/options/names.js';
import { parseOptions, type ReportOptionsSpec } from '../../src/options/options.js';

function refusal(spec: ReportOptionsSpec): {
  code: string;
  message: string;
  hint: string | undefined;
  exitCode: number;
} {
  try {
    parseOptions(spec);
  } catch (error) {
    if (error instanceof UserError) {
      const { code, message, hint, exitCode } = error;
      return { code, message, hint, exitCode };
    }
    throw error;
  }
  throw new Error(`${JSON.stringify(spec)} was accepted`);
}

const everyOption = optionNames.map(kebab).join(', ');
const date = 'Allowed: a date such as 2021-02-01, or a date and time such as "2021-02-01 10:00".';
const hours =
  'Allowed: 10:00-17:00, several ranges as 9:00-12:00,13:00-17:00, and days as "mon-fri 9:00-18:00; sat 10:00-14:00".';
const duration = 'Allowed: a number of seconds, or a time such as 30s, 5m, 10h, 1h30m.';
const scale = 'Allowed: the lowest and the highest rating, such as 1-5.';
const compared = 'Allowed: previous, or two dates such as 2021-01-01..2021-02-01.';
const halfHour = 'Allowed: the start of a half hour, from 00:00 to 23:30, such as 09:30.';
const text = 'Allowed: a text that is not empty.';
const pair = 'Allowed: field=Heading, such as started_at="Chat Start".';

describe('a value that is not allowed is named, with what is allowed', () => {
  it.each([
    ['period', 'wek', '--period: "wek" is not allowed.', 'Allowed: day, week, month. Did you mean "week"?'],
    ['period', 7, '--period: 7 is not allowed.', 'Allowed: day, week, month.'],
    [
      'weekStart',
      'funday',
      '--week-start: "funday" is not allowed.',
      'Allowed: monday, tuesday, wednesday, thursday, friday, saturday, sunday. Did you mean "sunday"?',
    ],
    [
      'weekStart',
      8,
      '--week-start: 8 is not allowed.',
      'Allowed: monday, tuesday, wednesday, thursday, friday, saturday, sunday.',
    ],
    ['from', '01-02-2021', '--from: "01-02-2021" is not allowed.', date],
    ['from', '2021-02-30', '--from: "2021-02-30" is not allowed.', date],
    ['to', '2021-02-01 24:00', '--to: "2021-02-01 24:00" is not allowed.', date],
    ['to', 'tomorrow', '--to: "tomorrow" is not allowed.', date],
    ['smallN', 2.5, '--small-n: 2.5 is not allowed.', 'Allowed: a whole number, 0 or more.'],
    ['smallN', 'few', '--small-n: "few" is not allowed.', 'Allowed: a whole number, 0 or more.'],
    ['smallN', -1, '--small-n: -1 is not allowed.', 'Allowed: a whole number, 0 or more.'],
    [
      'weekday',
      'sat,funday',
      '--weekday: "funday" is not allowed.',
      'Allowed: monday, tuesday, wednesday, thursday, friday, saturday, sunday. Did you mean "sunday"?',
    ],
    ['halfHour', '09:15', '--half-hour: "09:15" is not allowed.', halfHour],
    ['halfHour', '24:00', '--half-hour: "24:00" is not allowed.', halfHour],
    ['created', '01/02/2021', '--created: "01/02/2021" is not allowed.', date],
    [
      'created',
      '2021-02-01 10:00',
      '--created: "2021-02-01 10:00" is not allowed.',
      'Allowed: a date such as 2021-12-25.',
    ],
    ['compare', 'last', '--compare: "last" is not allowed.', compared],
    ['compare', '2021-01-01..', '--compare: "2021-01-01.." is not allowed.', compared],
    [
      'compare',
      '2021-01-01..2021-01-02..2021-01-03',
      '--compare: "2021-01-01..2021-01-02..2021-01-03" is not allowed.',
      compared,
    ],
    ['compare', 'a..b', '--compare: "a" is not allowed.', date],
    [
      'compare',
      '2021-02-01..2021-02-01',
      '--compare: "2021-02-01..2021-02-01" is not allowed.',
      'Allowed: a first day that is before the second, which is no longer in the range.',
    ],
    ['businessHours', '10-17', '--business-hours: "10-17" is not allowed.', hours],
    [
      'businessHours',
      '25:00-26:00',
      '--business-hours: "25:00-26:00" is not allowed.',
      `${hours} The ends of a range differ.`,
    ],
    [
      'businessHours',
      '9:00-9:00',
      '--business-hours: "9:00-9:00" is not allowed.',
      `${hours} The ends of a range differ.`,
    ],
    [
      'businessHours',
      '9:60-10:00',
      '--business-hours: "9:60-10:00" is not allowed.',
      `${hours} The ends of a range differ.`,
    ],
    ['businessHours', 'someday 9:00-10:00', '--business-hours: "someday 9:00-10:00" is not allowed.', hours],
    ['businessHours', {}, '--business-hours: {} is not allowed.', hours],
    ['holidays', 'Christmas', '--holidays: "Christmas" is not allowed.', date],
    [
      'holidays',
      '2021-12-25 10:00',
      '--holidays: "2021-12-25 10:00" is not allowed.',
      'Allowed: a date such as 2021-12-25.',
    ],
    ['bots', '', '--bots: "" is not allowed.', text],
    ['bots', ['Bot', 5], '--bots: 5 is not allowed.', text],
    ['csatScale', '5', '--csat-scale: "5" is not allowed.', scale],
    ['csatScale', '5-1', '--csat-scale: "5-1" is not allowed.', scale],
    ['csatScale', '3-3', '--csat-scale: "3-3" is not allowed.', scale],
    ['csatSatisfied', 'high', '--csat-satisfied: "high" is not allowed.', 'Allowed: a number.'],
    ['timeoutReasons', '   ', '--timeout-reasons: "   " is not allowed.', text],
    ['responseTarget', 'soon', '--response-target: "soon" is not allowed.', duration],
    ['responseTarget', '-5s', '--response-target: "-5s" is not allowed.', duration],
    ['shiftGap', '10 hours', '--shift-gap: "10 hours" is not allowed.', duration],
    ['shiftGap', '10x', '--shift-gap: "10x" is not allowed.', duration],
    [
      'dateOrder',
      'ydm',
      '--date-order: "ydm" is not allowed.',
      'Allowed: dmy, mdy, ymd. Did you mean "dmy"?',
    ],
    [
      'timezone',
      'Europe/Lodon',
      '--timezone: "Europe/Lodon" is not allowed.',
      'Allowed: an IANA time zone such as Europe/London. Did you mean "Europe/London"?',
    ],
    [
      'sourceTimezone',
      'Mars',
      '--source-timezone: "Mars" is not allowed.',
      expect.stringMatching(/^Allowed: an IANA time zone such as Europe\/London\./),
    ],
    ['agent', [''], '--agent: "" is not allowed.', text],
    ['closingReason', 3, '--closing-reason: 3 is not allowed.', text],
    ['map', 'started_at', '--map: "started_at" is not allowed.', pair],
    ['map', ['started_at='], '--map: "started_at=" is not allowed.', pair],
    ['map', { started_at: '' }, '--map: "" is not allowed.', text],
    [
      'map',
      ['started_at=Start', 'closed_by=Agent', 'started_at=Begin'],
      '--map: "started_at=Begin" is not allowed.',
      'Allowed: started_at once: two columns are given for it.',
    ],
  ])('%s: %j', (name, value, message, hint) => {
    expect(refusal({ [name]: value })).toEqual({ code: 'bad_value', message, hint, exitCode: 2 });
  });

  it('and the message uses the label that it is given', () => {
    const read = (): unknown => parseOptions({ shiftGap: 'x' }, (name) => `key ${name}`);
    expect(read).toThrow('key shiftGap: "x" is not allowed.');
  });
});

describe('options that do not fit', () => {
  it('an unknown one is named with the nearest that there is', () => {
    expect(refusal({ 'bussiness-hours': '9:00-17:00' })).toEqual({
      code: 'unknown_option',
      message: 'There is no option "bussiness-hours". Did you mean "business-hours"?',
      hint: `Options: ${everyOption}.`,
      exitCode: 2,
    });
    expect(refusal({ xyzzyxyzzy: 1 }).message).toBe('There is no option "xyzzyxyzzy".');
  });

  it('a range must not be empty', () => {
    expect(refusal({ from: '2021-02-02', to: '2021-02-02' })).toEqual({
      code: 'empty_range',
      message: '--from 2021-02-02 00:00:00 is not before --to 2021-02-02 00:00:00.',
      hint: '--to is the first moment that is no longer in the report.',
      exitCode: 2,
    });
  });

  it('another scale of ratings must say where satisfied starts, on it', () => {
    expect(refusal({ csatScale: '0-10' })).toEqual({
      code: 'csat_satisfied',
      message: '--csat-satisfied is needed with the scale 0-10.',
      hint: 'Give the lowest rating that says "satisfied", such as --csat-satisfied 9.',
      exitCode: 2,
    });
    expect(refusal({ csatScale: '0-1' }).hint).toBe(
      'Give the lowest rating that says "satisfied", such as --csat-satisfied 1.',
    );
    expect(refusal({ csatSatisfied: 6 })).toEqual({
      code: 'csat_satisfied',
      message: '--csat-satisfied 6 is outside the scale 1-5.',
      hint: 'Give the lowest rating that says "satisfied", such as --csat-satisfied 4.',
      exitCode: 2,
    });
  });
});
