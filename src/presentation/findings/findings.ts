import { fewestForFindings } from '../../metrics/day-figures.js';
import { overallRow } from '../../metrics/catalog.js';
import type { Report } from '../../report/report.js';
import { userLocale } from '../locale.js';
import { holmAdjusted } from '../../statistics/holm.js';
import { agentTests } from './agents.js';
import { botAgainstAgentsTests, reasonTests } from './closers.js';
import { comparedTests } from './compared.js';
import type { Family, Finding, Tested } from './finding.js';
import { halfHourTests } from './half-hours.js';
import { csatInHoursTests, responseInHoursTests } from './hours.js';
import { trendTests, unusualTests } from './over-time.js';
import { qualityTests } from './quality.js';
import { weekdayTests } from './weekdays.js';

export type { Finding } from './finding.js';

/** The questions that every report is asked. */
const questions: readonly ((report: Report) => Family)[] = [
  qualityTests,
  comparedTests,
  trendTests,
  unusualTests,
  weekdayTests,
  halfHourTests,
  csatInHoursTests,
  responseInHoursTests,
  botAgainstAgentsTests,
  reasonTests,
  agentTests('csat_satisfied_rate'),
  agentTests('first_response_within_target_rate'),
];

/** How often a report may say anything at all where there is nothing to say. */
const level = 0.05;
const mostFindings = 6;

const known = new WeakMap<Report, { locale: string | null; found: Finding[] }>();

/**
 * What stands out in a report: up to six findings, the one that would move most first; none where nothing does. Of each question
 * that is asked at most one answer is told, and only where its test is significant at 5% after Holm's correction for all tests of
 * the question and Bonferroni's for all questions, and its effect is not too small to matter.
 */
export function findings(report: Report): Finding[] {
  const before = known.get(report);
  if (before && before.locale === userLocale()) return before.found;
  const found = foundIn(report);
  known.set(report, { locale: userLocale(), found });
  return found;
}

/** What is said where there is no finding: nothing of so few chats that nothing is concluded from them. */
export function withoutFindings(report: Report): string | null {
  if (isTooSmall(report) || findings(report).length > 0) return null;
  return 'Nothing stands out: no difference in these figures is both large and beyond chance.';
}

const isTooSmall = ({ tables }: Report): boolean =>
  Number(overallRow('chat_metrics', tables.chat_metrics)?.['incoming_chats'] ?? 0) < fewestForFindings;

function foundIn(report: Report): Finding[] {
  if (isTooSmall(report)) return [];
  const families = questions.map((ask) => ask(report)).filter((family) => family.length > 0);
  return families
    .flatMap((family) => mostOf(family, families.length) ?? [])
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostFindings)
    .map(({ tell }) => tell());
}

/** What would move most among the tests of a question that are significant and large enough. */
function mostOf(family: Family, families: number): Tested | undefined {
  const adjusted = holmAdjusted(family.map(({ p }) => p));
  return family
    .filter(({ isLarge }, index) => isLarge && (adjusted[index] ?? 1) * families < level)
    .reduce<Tested | undefined>(
      (most, test) => (most === undefined || test.weight > most.weight ? test : most),
      undefined,
    );
}
