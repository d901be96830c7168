import type { Report } from '../../report/report.js';
import { binomialTest, exactInterval } from '../../statistics/binomial.js';
import { rateOf } from '../../statistics/share.js';
import type { Family } from './finding.js';
import { countInWords, rateInWords } from './words.js';

/** A report can stand so many rejected rows; more may change its figures. */
const bearable = 0.01;

/** Whether more rows of the files were rejected than figures can stand. */
export function qualityTests({ data_quality: quality }: Report): Family {
  const rejected = { successes: quality.rows_rejected, cases: quality.rows_read };
  if (rejected.cases === 0) return [];
  const rate = rateOf(rejected);
  const [most] = quality.rejected_by_reason;
  const why = most ? `, most of them (${countInWords(most.rows)}) for ${most.reason}` : '';
  return [
    {
      p: rate > bearable ? binomialTest(rejected, bearable) : 1,
      isLarge: rate > bearable,
      weight: rejected.successes,
      tell: () => ({
        id: 'rejected_rows',
        title: 'Rows that could not be read',
        text: `${countInWords(rejected.successes)} of the ${countInWords(rejected.cases)} rows of the files (${rateInWords(rate)}) were rejected${why}: all figures lack them.`,
        n: rejected.cases,
        interval: exactInterval(rejected),
        figures: { rate, rejected: rejected.successes, difference: rate },
        table: 'data_quality',
        picture: null,
      }),
    },
  ];
}
