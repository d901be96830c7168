import { describe, expect, test } from 'vitest';
import { headingClock, headingUnit, withoutUnit } from '../../../src/reading/heading-hints.js';
import { genericProfile } from '../../../src/reading/profiles/generic-profile.js';
import { matchHeadings } from '../../../src/reading/match-headings.js';

describe('a unit in a heading', () => {
  test.each([
    ['First Response Time (seconds)', 'seconds'],
    ['First Response Time (in seconds)', 'seconds'],
    ['First Response Time [s]', 'seconds'],
    ['First Response Time in Sek.', 'seconds'],
    ['First Response Time (segundos)', 'seconds'],
    ['First Response Time (sn)', 'seconds'],
    ['First Response Time in Min', 'minutes'],
    ['First Response Time (m)', 'minutes'],
    ['First Response Time, minutes', 'minutes'],
    ['First Response Time (dakika)', 'minutes'],
    ['First Response Time [ms]', 'milliseconds'],
    ['First Response Time (Millisekunden)', 'milliseconds'],
    ['first_response_time_ms', 'milliseconds'],
    ['First Response Time (in hrs)', 'hours'],
    ['First Response Time (Stunden)', 'hours'],
    ['First Response Time (days)', 'days'],
  ] as const)('%s: is read, and left out of the match', (heading, unit) => {
    expect(headingUnit(heading)).toBe(unit);
    expect(matchHeadings([heading], genericProfile)[0]?.field).toBe('agent_first_response_seconds');
  });

  test.each([
    ['First Response Time', null],
    ['Rating', null],
    ['Agent', null],
    ['First response (business hours)', 'hours'],
  ])('%s has the unit %s', (heading, unit) => {
    expect(headingUnit(heading)).toBe(unit);
  });

  test.each([
    ['FRT (mm:ss)', 'mm:ss'],
    ['FRT hh:mm', 'hh:mm'],
    ['FRT (hh:mm:ss)', null],
    ['FRT (min)', 'mm:ss'],
    ['FRT (hours)', 'hh:mm'],
    ['FRT', null],
  ])('%s says that 01:19 is %s', (heading, clock) => {
    expect(headingClock(heading)).toBe(clock);
  });

  test('alone is a name', () => {
    expect(['Minutes', 'Days', '(s)'].map(withoutUnit)).toEqual(['Minutes', 'Days', '(s)']);
  });
});
