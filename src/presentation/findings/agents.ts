import type { Report } from '../../report/report.js';
import { differenceInterval } from '../../statistics/intervals.js';
import { agentJudgements, agentsThatDiffer, type AgentShare } from '../agents-that-differ.js';
import { differingInWords } from '../differing-in-words.js';
import { isolated } from '../text.js';
import type { Family, Finding } from './finding.js';

const toldOf = (share: AgentShare) =>
  share === 'csat_satisfied_rate'
    ? ({ id: 'agents_csat', title: 'CSAT of agents', picture: 'agentsByCsat' } as const)
    : ({
        id: 'agents_first_response',
        title: 'First response of agents',
        picture: 'agentsByResponse',
      } as const);

/** Each agent beside all others, by one share; those who differ by `agentsThatDiffer` are told together. */
export function agentTests(share: AgentShare): (report: Report) => Family {
  return (report) => {
    const { below, above } = agentsThatDiffer(report)[share];
    const named = [...below, ...above];
    const weight = named.reduce(
      (sum, { chats, rate, othersRate }) => sum + chats * Math.abs(rate - othersRate),
      0,
    );
    return agentJudgements(report)[share].flatMap(({ p, verdict }) =>
      p === null ? [] : [{ p, isLarge: verdict !== 'as_the_team', weight, tell: () => tell(report, share) }],
    );
  };
}

function tell(report: Report, share: AgentShare): Finding {
  const differing = agentsThatDiffer(report)[share];
  const { below, above } = differing;
  const furthest = below[0] ?? above[0];
  const judgement = agentJudgements(report)[share].find(({ agent }) => agent === furthest?.agent);
  return {
    ...toldOf(share),
    text: differingInWords(report, differing, isolated),
    n: furthest?.n ?? 0,
    interval: judgement ? differenceInterval(judgement.own, judgement.others) : null,
    figures: {
      agent: furthest?.agent ?? null,
      rate: furthest?.rate ?? null,
      other_rate: furthest?.othersRate ?? null,
      difference: furthest ? furthest.rate - furthest.othersRate : null,
      below: below.length,
      above: above.length,
    },
    table: 'agent_metrics',
  };
}
