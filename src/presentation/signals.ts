import type { Report, Value } from '../report/report.js';
import { rateOf } from '../statistics/share.js';
import { agentEstimates, agentShares, type AgentShare } from './agents-that-differ.js';
import { judgedSeries, tooFewPoints } from './findings/series.js';

type SignalRow = Readonly<Record<string, Value>>;

/** Every agent beside the team by one share: what is measured, what is likely, and what may be said. */
export function agentSignals(report: Report): SignalRow[] {
  return agentShares.flatMap((share) => agentSignalsOf(report, share));
}

function agentSignalsOf(report: Report, share: AgentShare): SignalRow[] {
  return agentEstimates(report, share).map(({ agent, own, verdict, ...estimate }) => ({
    metric: share,
    agent,
    n: own.cases,
    rate: rateOf(own),
    rate_low: estimate.measured?.low ?? null,
    rate_high: estimate.measured?.high ?? null,
    verdict,
    expected_low: estimate.funnel.usual.low,
    expected_high: estimate.funnel.usual.high,
    estimate: estimate.estimate,
    estimate_low: estimate.interval.low,
    estimate_high: estimate.interval.high,
    rank_best: estimate.ranks.best,
    rank_worst: estimate.ranks.worst,
  }));
}

/** Every point of every figure over time, with the limits of its usual variation and the rules by which it is a signal. */
export function seriesSignals(report: Report): { note: string | null; points: SignalRow[] } {
  const series = judgedSeries(report);
  const points = series.flatMap((one) =>
    one.points.map((point) => ({
      table: one.spec.table,
      metric: one.spec.id,
      by: one.by,
      compared_with: one.isByWeekday ? 'same weekday' : 'all',
      start: point.start,
      value: point.value,
      n: point.n,
      expected: point.mean,
      lower: point.lower,
      upper: point.upper,
      signals: point.signals.join(', '),
    })),
  );
  return { note: series.length === 0 ? tooFewPoints : null, points };
}
