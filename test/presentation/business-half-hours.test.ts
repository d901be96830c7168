import { expect, it } from 'vitest';
import { parseOptions, reportedOptions, type ReportOptionsSpec } from '../../src/options/options.js';
import { businessShares } from '../../src/presentation/business-half-hours.js';
import { madeUpReport } from '../excel/made-up-report.js';

/** From Monday, 1 February 2021. */
function sharesOf(days: number, options: ReportOptionsSpec): Record<string, number> {
  const report = {
    ...madeUpReport({ agents: ['Asha'], days }),
    options: reportedOptions(parseOptions(options)),
  };
  const shares = businessShares(report).map((share, slot) => [String(slot / 2), share] as const);
  return Object.fromEntries(shares.filter(([, share]) => share > 0));
}

it('a half hour is shared out by the minutes of it that are business hours', () => {
  expect(sharesOf(7, { businessHours: '10:15-11:00' })).toEqual({ '10': 0.5, '10.5': 1 });
});

it('days of the week with other hours count for their part', () => {
  expect(sharesOf(7, { businessHours: 'mon-fri 10:00-11:00; sat 10:00-10:30' })).toEqual({
    '10': 6 / 7,
    '10.5': 5 / 7,
  });
});

it('a range over midnight lies on the day after the one on which it opens', () => {
  expect(sharesOf(2, { businessHours: 'mon 23:30-00:30' })).toEqual({ '0': 0.5, '23.5': 0.5 });
});

it('a holiday closes the ranges that open on it, after midnight too', () => {
  expect(sharesOf(1, { businessHours: '23:30-00:30', holidays: ['2021-01-31'] })).toEqual({ '23.5': 1 });
  expect(sharesOf(1, { businessHours: '23:30-00:30', holidays: ['2021-02-01'] })).toEqual({ '0': 1 });
});
