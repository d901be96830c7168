import { expect, it } from 'vitest';
import { reportWorkbook } from '../../src/excel/report-workbook.js';
import { rangeInWords } from '../../src/presentation/report-in-words.js';
import type { Report } from '../../src/report/report.js';
import { summaryText } from '../../src/cli/summary.js';
import { madeUpReport } from '../excel/made-up-report.js';

/** A made-up report of 1 to 4 February 2021 under options. */
function reportOf(options: Partial<Report['options']>): Report {
  const report = madeUpReport({ days: 4, agents: [] });
  return { ...report, options: { ...report.options, ...options } };
}

it.each([
  [{}, '01 Feb 2021 - 04 Feb 2021 (4 days)', '2021-02-01 to 2021-02-04 (4 days)'],
  [
    { from: '2021-02-01 12:00:00' },
    '01 Feb 2021 12:00 - 04 Feb 2021 (3 days 12 hours)',
    '2021-02-01 12:00 to 2021-02-04 (3 days 12 hours)',
  ],
  [
    { from: '2021-02-01 12:00:00', to: '2021-02-04 06:15:01' },
    '01 Feb 2021 12:00 - 04 Feb 2021 06:15:01 (2 days 18 hours 15 minutes 1 second)',
    '2021-02-01 12:00 to 2021-02-04 06:15:01 (2 days 18 hours 15 minutes 1 second)',
  ],
])('a range under %o is said with its times and its length', (options, inReports, inTerminal) => {
  const report = reportOf(options);
  expect(rangeInWords(report)).toBe(inReports);
  expect(summaryText(report, 0)).toContain(inTerminal);
});

it('the workbook divides chats per day by what elapsed of the days of the week that are asked for', () => {
  const divided = (options: Partial<Report['options']>) => {
    const definitions = reportWorkbook(reportOf(options)).sheets.find(({ name }) => name === 'Definitions');
    const place = definitions?.names?.find(({ name }) => name === 'Report_Days');
    return definitions?.cells.find(({ row, column }) => row === place?.row && column === place.column)?.value;
  };
  const filters = [
    {},
    { from: '2021-02-01 12:00:00' },
    { weekday: ['monday', 'thursday'], to: '2021-02-04 06:00:00' },
  ];
  expect(filters.map(divided)).toEqual([4, 3.5, 1.25]);
});
