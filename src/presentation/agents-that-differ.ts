import { metricOf } from '../metrics/catalog.js';
import type { Report, Row } from '../report/report.js';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.js';
import { fisherExact } from '../statistics/fisher-exact.js';
import { funnelLevels, funnelLimits } from '../statistics/funnel.js';
import { wilsonInterval, type Interval } from '../statistics/intervals.js';
import { rateOf, shareFrom, together, type Share } from '../statistics/share.js';
import { shrunken, type Shrunken } from '../statistics/shrinkage.js';

/** What agents may be told apart by: a share of their chats, which no single chat moves much. */
export const agentShares = ['csat_satisfied_rate', 'first_response_within_target_rate'] as const;

export type AgentShare = (typeof agentShares)[number];

/** Of the agents that a share tells apart no more than this part is so by chance; of reports in which nobody differs no more than twice this part, for there are two shares, name anyone. */
const falseAlarms = 0.025;

/** What is said of an agent beside the team; `too_few`: nothing, for there are fewer cases than `--small-n`. */
export type Verdict = 'above' | 'below' | 'as_the_team' | 'too_few';

/** One agent and one share, judged. */
export interface AgentJudgement {
  agent: string;
  own: Share;
  /** All other agents together. */
  others: Share;
  /** The p-value of Fisher's exact test against all others, and as adjusted for all agents looked at; null: not looked at. */
  p: number | null;
  adjusted: number | null;
  verdict: Verdict;
  chats: number;
}

/** What an agent's share may be in truth. */
export interface AgentEstimate extends AgentJudgement, Shrunken {
  /** Wilson's 95% interval of the share as it stands; null without cases. */
  measured: Interval | null;
  /** Between these 95 (998) of 100 (1,000) agents like the team lie with as many cases. */
  funnel: { usual: Interval; wide: Interval };
}

/** An agent whose share differs from that of all other agents together. */
export interface DifferingAgent {
  agent: string;
  rate: number;
  n: number;
  /** Chats that the agent closed. */
  chats: number;
  /** The share of all other agents together. */
  othersRate: number;
}

/** The agents that a report may name by a share. */
export interface Differing {
  share: AgentShare;
  /** How many agents have enough cases to be looked at, and how many cases are enough. */
  looked: number;
  fewest: number;
  /** Those below and those above the others, the furthest first. */
  below: DifferingAgent[];
  above: DifferingAgent[];
}

const known = new WeakMap<Report, Record<AgentShare, AgentJudgement[]>>();

/**
 * Every agent beside all others, by CSAT and by first responses. This alone decides who differs from the team, for every face:
 * an agent with at least `--small-n` cases where Fisher's exact test is significant at 2.5% after Benjamini and Hochberg's
 * correction for all agents looked at.
 */
export function agentJudgements(report: Report): Record<AgentShare, AgentJudgement[]> {
  const found = known.get(report) ?? byShare((share) => judged(report, share));
  known.set(report, found);
  return found;
}

/** The agents that a report may name for their CSAT or their first responses, by `agentJudgements`. */
export function agentsThatDiffer(report: Report): Record<AgentShare, Differing> {
  const fewest = fewestCases(report);
  return byShare((share) => {
    const agents = agentJudgements(report)[share];
    const named = (verdict: Verdict) => agents.filter((agent) => agent.verdict === verdict).map(differing);
    return {
      share,
      looked: agents.filter(({ p }) => p !== null).length,
      fewest,
      below: named('below').sort((one, other) => one.rate - other.rate),
      above: named('above').sort((one, other) => other.rate - one.rate),
    };
  });
}

/** The judgements of one share with what each agent's true share and rank may be. */
export function agentEstimates(report: Report, share: AgentShare): AgentEstimate[] {
  const agents = agentJudgements(report)[share].filter(({ own }) => own.cases > 0);
  const [usual, wide] = funnelLevels;
  const drawn = shrunken(agents.map(({ own }) => own));
  return agents.flatMap((agent, index) => {
    const estimate = drawn[index];
    if (!estimate) return [];
    const team = rateOf(together(agent.own, agent.others));
    const limits = (level: number) => funnelLimits(team, agent.own.cases, level);
    return [
      {
        ...agent,
        ...estimate,
        measured: wilsonInterval(agent.own),
        funnel: { usual: limits(usual), wide: limits(wide) },
      },
    ];
  });
}

function byShare<Found>(find: (share: AgentShare) => Found): Record<AgentShare, Found> {
  return Object.fromEntries(agentShares.map((share) => [share, find(share)])) as Record<AgentShare, Found>;
}

const fewestCases = ({ options }: Report) => Math.max(1, options.small_n);

const differing = ({ agent, own, others, chats }: AgentJudgement): DifferingAgent => ({
  agent,
  rate: rateOf(own),
  n: own.cases,
  chats,
  othersRate: rateOf(others),
});

/** Every agent with its test; nobody is tested where only one agent has enough cases. */
function judged(report: Report, share: AgentShare): AgentJudgement[] {
  const fewest = fewestCases(report);
  const agents = report.tables.agent_metrics
    .filter((row) => row['agent'] !== null)
    .map((row) => ({
      agent: String(row['agent']),
      chats: Number(row['chats_resolved'] ?? 0),
      own: shareOf(row, share),
    }));
  const all = agents.reduce((total, { own }) => together(total, own), { successes: 0, cases: 0 });
  const isAlone = agents.filter(({ own }) => own.cases >= fewest).length < 2;
  const tested = agents.map(({ agent, chats, own }) => {
    const others = { successes: all.successes - own.successes, cases: all.cases - own.cases };
    const isEnough = own.cases >= fewest && !isAlone;
    return { agent, chats, own, others, p: isEnough ? fisherExact(own, others) : null };
  });
  const adjusted = benjaminiHochberg(tested.flatMap(({ p }) => p ?? []));
  let next = 0;
  return tested.map((test) => {
    const value = test.p === null ? null : (adjusted[next++] ?? 1);
    return { ...test, adjusted: value, verdict: verdictOf(test.own, test.others, value) };
  });
}

function verdictOf(own: Share, others: Share, adjusted: number | null): Verdict {
  if (adjusted === null) return 'too_few';
  if (adjusted >= falseAlarms) return 'as_the_team';
  return rateOf(own) < rateOf(others) ? 'below' : 'above';
}

/** The cases behind a share, in whole chats. */
function shareOf(row: Row, share: AgentShare): Share {
  const [n = ''] = metricOf('agent_metrics', share).n ?? [];
  return shareFrom(Number(row[share] ?? 0), Number(row[n] ?? 0));
}
