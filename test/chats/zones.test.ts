import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { times } from '../tiers.js';
import { instantShifts, wallShifts, type ZoneShift } from '../../src/chats/zones.js';

const zones = [
  'UTC',
  'Asia/Kolkata',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Europe/Dublin',
  'Asia/Tehran',
  'America/Sao_Paulo',
];

const day = 86_400;
const secondOf = (written: string): number => Date.parse(`${written.replace(' ', 'T')}Z`) / 1000;
const shown = (second: number): string =>
  new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
const from = secondOf('1990-01-01 00:00:00');
const to = secondOf('2040-01-01 00:00:00');

/** The wall time of an instant, by Intl alone. */
function wallByIntl(zone: string, second: number): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return format.format(second * 1000);
}

function offsetAt(shifts: readonly ZoneShift[], second: number): number {
  return (
    shifts.findLast(({ fromSecond }) => fromSecond === null || fromSecond <= second)?.offsetSeconds ?? NaN
  );
}

const instantOfWall = (zone: string, wall: string): string => {
  const second = secondOf(wall);
  return shown(second - offsetAt(wallShifts(zone, second - 300 * day, second + 300 * day), second));
};

describe('the offsets of a zone', () => {
  it.each(zones)('of %s lead from any instant to the wall time that Intl shows', (zone) => {
    const shifts = instantShifts(zone, from, to);
    const property = fc.property(fc.integer({ min: from, max: to }), (second) => {
      expect(shown(second + offsetAt(shifts, second))).toBe(wallByIntl(zone, second));
    });
    fc.assert(property, { numRuns: times(60, 2000), seed: 3 });
  });

  it.each(zones)('of %s change at the very second at which Intl changes', (zone) => {
    for (const { fromSecond, offsetSeconds } of instantShifts(
      zone,
      secondOf('2009-01-01 00:00:00'),
      secondOf('2027-01-01 00:00:00'),
    ).slice(1)) {
      const second = fromSecond ?? NaN;
      expect(shown(second + offsetSeconds)).toBe(wallByIntl(zone, second));
      expect(shown(second - 1 + offsetSeconds)).not.toBe(wallByIntl(zone, second - 1));
    }
  });

  it.each(zones)('of %s lead back from a wall time to its first instant', (zone) => {
    const back = wallShifts(zone, from, to);
    const property = fc.property(fc.integer({ min: from + day, max: to - day }), (second) => {
      const wall = wallByIntl(zone, second);
      const instant = secondOf(wall) - offsetAt(back, secondOf(wall));
      expect(wallByIntl(zone, instant)).toBe(wall);
      expect(instant).toBeLessThanOrEqual(second);
    });
    fc.assert(property, { numRuns: times(60, 2000), seed: 4 });
  });

  it('are one entry where a zone never changes', () => {
    expect(instantShifts('Asia/Kolkata', from, to)).toEqual([{ fromSecond: null, offsetSeconds: 19_800 }]);
    expect(wallShifts('UTC', from, to)).toEqual([{ fromSecond: null, offsetSeconds: 0 }]);
    expect(instantShifts('America/New_York', 0, 0)).toHaveLength(1);
  });
});

describe('a wall time in a zone', () => {
  it.each([
    // skipped: 02:00 to 03:00 on 14 March
    ['America/New_York', '2021-03-14 01:59:59', '2021-03-14 06:59:59'],
    ['America/New_York', '2021-03-14 02:00:00', '2021-03-14 07:00:00'],
    ['America/New_York', '2021-03-14 02:30:00', '2021-03-14 07:30:00'],
    ['America/New_York', '2021-03-14 03:00:00', '2021-03-14 07:00:00'],
    // repeated: 01:00 to 02:00 on 7 November
    ['America/New_York', '2021-11-07 00:59:59', '2021-11-07 04:59:59'],
    ['America/New_York', '2021-11-07 01:00:00', '2021-11-07 05:00:00'],
    ['America/New_York', '2021-11-07 01:59:59', '2021-11-07 05:59:59'],
    ['America/New_York', '2021-11-07 02:00:00', '2021-11-07 07:00:00'],
    // half an hour: 02:00 to 02:30 skipped, 01:30 to 02:00 repeated
    ['Australia/Lord_Howe', '2021-10-03 02:15:00', '2021-10-02 15:45:00'],
    ['Australia/Lord_Howe', '2021-04-04 01:45:00', '2021-04-03 14:45:00'],
    ['Australia/Lord_Howe', '2021-04-04 02:00:00', '2021-04-03 15:30:00'],
    // a whole day, 30 December 2011, is skipped
    ['Pacific/Apia', '2011-12-29 23:59:59', '2011-12-30 09:59:59'],
    ['Pacific/Apia', '2011-12-30 12:00:00', '2011-12-30 22:00:00'],
    ['Pacific/Apia', '2011-12-31 00:00:00', '2011-12-30 10:00:00'],
    ['America/St_Johns', '2021-07-01 12:00:00', '2021-07-01 14:30:00'],
    ['Asia/Kolkata', '2021-02-15 10:00:00', '2021-02-15 04:30:00'],
  ])('%s, %s, is one instant: the first of two, moved forward from none', (zone, wall, instant) => {
    expect(instantOfWall(zone, wall)).toBe(instant);
  });
});
