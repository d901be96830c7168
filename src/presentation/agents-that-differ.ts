import { metricOf } from '../metrics/catalog.js';
import type { Report, Row } from '../report/report.js';
import { fisherExact } from '../statistics/fisher-exact.js';
import { holmAdjusted } from '../statistics/holm.js';
import type { Share } from '../statistics/share.js';

const shares = ['csat_satisfied_rate', 'first_response_within_target_rate'] as const;

/** What agents may be told apart by: a share of their chats, which no single chat moves much. */
export type AgentShare = (typeof shares)[number];

/** Nobody is named for fewer cases than this, nor for fewer than the report calls small. */
const fewestCases = 20;

/** How often a report may name anyone at all where no agent differs from the others. */
const level = 0.01;

/** An agent whose share differs from that of all other agents together. */
export interface DifferingAgent {
  agent: string;
  rate: number;
  n: number;
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

interface Tested extends DifferingAgent {
  share: AgentShare;
  p: number;
}

const known = new WeakMap<Report, Record<AgentShare, Differing>>();

/**
 * The agents that a report may name for their CSAT or their first responses. This alone decides it, for every face: an agent
 * is named only with enough cases, and where Fisher's exact test against all other agents is significant at 1% after Holm's
 * correction for all agents and both shares.
 */
export function agentsThatDiffer(report: Report): Record<AgentShare, Differing> {
  const found = known.get(report) ?? compared(report);
  known.set(report, found);
  return found;
}

function compared(report: Report): Record<AgentShare, Differing> {
  const fewest = Math.max(fewestCases, report.options.small_n);
  const tests = shares.flatMap((share) => tested(report, share, fewest));
  const adjusted = holmAdjusted(tests.map(({ p }) => p));
  const isNamed = new Set(tests.filter((_, index) => (adjusted[index] ?? 1) < level));
  const differing = shares.map((share): [AgentShare, Differing] => {
    const agents = tests.filter((test) => test.share === share);
    const named = agents
      .filter((test) => isNamed.has(test))
      .map(({ agent, rate, n, othersRate }) => ({ agent, rate, n, othersRate }));
    const below = named.filter(isBelow).sort((one, other) => one.rate - other.rate);
    const above = named.filter((agent) => !isBelow(agent)).sort((one, other) => other.rate - one.rate);
    return [share, { share, looked: agents.length, fewest, below, above }];
  });
  return Object.fromEntries(differing) as Record<AgentShare, Differing>;
}

const isBelow = ({ rate, othersRate }: DifferingAgent) => rate < othersRate;

/** Every agent with enough cases against all others; nobody where there is only one such agent. */
function tested({ tables }: Report, share: AgentShare, fewest: number): Tested[] {
  const agents = tables.agent_metrics
    .filter((row) => row['agent'] !== null)
    .map((row) => ({ agent: String(row['agent']), own: shareOf(row, share) }));
  const all = agents.reduce((total, { own }) => added(total, own), { successes: 0, cases: 0 });
  const enough = agents.filter(({ own }) => own.cases >= fewest);
  if (enough.length < 2) return [];
  return enough.map(({ agent, own }) => {
    const others = { successes: all.successes - own.successes, cases: all.cases - own.cases };
    const [rate, othersRate] = [own.successes / own.cases, others.successes / others.cases];
    return { share, agent, rate, n: own.cases, othersRate, p: fisherExact(own, others) };
  });
}

/** The cases behind a share, in whole chats. */
function shareOf(row: Row, share: AgentShare): Share {
  const [n = ''] = metricOf('agent_metrics', share).n ?? [];
  const cases = Number(row[n] ?? 0);
  return { successes: Math.round(Number(row[share] ?? 0) * cases), cases };
}

const added = (a: Share, b: Share): Share => ({
  successes: a.successes + b.successes,
  cases: a.cases + b.cases,
});
