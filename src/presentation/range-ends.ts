import { weekdays } from '../options/business-hours.js';
import { addDays } from '../report/periods.js';
import { elapsedDays, lengthInWords, type Moments } from '../report/range.js';
import type { Report } from '../report/report.js';

const midnight = ' 00:00:00';

function momentsOf({ options, source }: Report): Moments {
  return {
    firstMoment: options.from ?? `${source.range_from}${midnight}`,
    endMoment: options.to ?? `${source.range_to}${midnight}`,
  };
}

/** The first and the last day of a report, `YYYY-MM-DD`, with the time at which the range begins or ends inside one. */
export function rangeEnds(report: Report): [first: string, last: string] {
  const { firstMoment, endMoment } = momentsOf(report);
  const last = endMoment.endsWith(midnight) ? addDays(endMoment.slice(0, 10), -1) : endMoment;
  return [written(firstMoment), written(last)];
}

const written = (moment: string) => moment.replace(midnight, '').replace(/(:\d\d):00$/, '$1');

/** How long the range of a report is, by the clock: `28 days`, `1 day 12 hours`. */
export const rangeLength = (report: Report): string => lengthInWords(elapsedDays(momentsOf(report)));

/** The range without the days at its ends that averages leave out. */
function averagedMoments(report: Report): Moments {
  const { days_left_out: leftOut, range_from: first, range_to } = report.source;
  const { firstMoment, endMoment } = momentsOf(report);
  const last = addDays(range_to, -1);
  return {
    firstMoment: leftOut.includes(first) ? `${addDays(first, 1)}${midnight}` : firstMoment,
    endMoment: leftOut.includes(last) ? `${last}${midnight}` : endMoment,
  };
}

/** The days that chats per day of a report are divided by. */
export function daysDividedBy(report: Report): number {
  const wanted = weekdays.flatMap((name, index) =>
    report.options.weekday.includes(name) ? [index + 1] : [],
  );
  return elapsedDays(averagedMoments(report), wanted);
}
