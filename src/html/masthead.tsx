import { wordingOf } from '../metrics/wording.js';
import { verdictOf } from '../presentation/verdict.js';
import {
  filesInWords,
  filterInWords,
  rangeDaysInWords,
  zoneInWords,
} from '../presentation/report-in-words.js';
import { rangeLength } from '../presentation/range-ends.js';
import type { Report } from '../report/report.js';

/** What the report is of. */
export function Masthead({ report }: { report: Report }) {
  const { source, data_quality: quality } = report;
  const verdict = verdictOf(quality);
  const filter = filterInWords(report);
  const facts: [string, string][] = [
    [source.files.length > 1 ? 'Files' : 'File', filesInWords(report)],
    ['Time zone', zoneInWords(report)],
    ['Business hours', wordingOf(report.options)['business_hours_in_words'] ?? ''],
    ...(filter ? [['Filter', filter] as [string, string]] : []),
  ];
  return (
    <header class="masthead">
      <div class="inner">
        <h1>
          <span class="kicker">Chat report</span> {source.range_from ? rangeDaysInWords(report) : 'No days'}{' '}
          <span class="length">{rangeLength(report)}</span>
        </h1>
        <p class={verdict.isDoubtful ? 'verdict doubtful' : 'verdict'}>{verdict.text}</p>
        <dl class="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </header>
  );
}
