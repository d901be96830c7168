import { describe, expect, it } from 'vitest';
import { pictures } from '../../src/pictures/pictures.js';
import { agentEstimates, agentsThatDiffer } from '../../src/presentation/agents-that-differ.js';
import { findings } from '../../src/presentation/findings/findings.js';
import type { Report, Row } from '../../src/report/report.js';
import { seededRandom } from '../../src/statistics/random.js';
import { madeUpReport } from '../excel/made-up-report.js';

/** What an agent's figures rest on: `[satisfied, rated]` and `[in time, answered]`, and the mean of the first responses. */
interface Agent {
  name: string;
  csat?: readonly [number, number];
  response?: readonly [number, number];
  mean?: number;
}

const base = madeUpReport({ agents: [], days: 7 });

function team(agents: Agent[], smallN = base.options.small_n): Report {
  const total = (key: 'csat' | 'response', at: 0 | 1) =>
    agents.reduce((sum, agent) => sum + (agent[key]?.[at] ?? 0), 0);
  const all: Agent = {
    name: 'all',
    csat: [total('csat', 0), total('csat', 1)],
    response: [total('response', 0), total('response', 1)],
  };
  const rows = [{ ...rowOf(all), agent: null }, ...agents.map(rowOf)];
  return {
    ...base,
    options: { ...base.options, small_n: smallN },
    tables: { ...base.tables, agent_metrics: rows },
  };
}

function rowOf({ name, csat = [0, 0], response = [0, 0], mean = 9 }: Agent): Row {
  return {
    agent: name,
    csat_satisfied_rate: csat[1] === 0 ? null : csat[0] / csat[1],
    csat_rated_chats: csat[1],
    first_response_within_target_rate: response[1] === 0 ? null : response[0] / response[1],
    first_response_chats: response[1],
    first_response_avg_seconds: response[1] === 0 ? null : mean,
    resolution_avg_seconds: 600,
    resolution_chats: 50,
  };
}

const usual = (count: number): Agent[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `Agent ${String(index + 1)}`,
    csat: [80, 100],
    response: [93, 100],
  }));

const named = (report: Report): string[] =>
  Object.values(agentsThatDiffer(report)).flatMap(({ below, above }) =>
    [...below, ...above].map(({ agent }) => agent),
  );

/** What a face says of agents: the sentences of the pictures and the findings. */
const said = (report: Report): string[] => [
  pictures.agentsByCsat(report).sentence,
  pictures.agentsByResponse(report).sentence,
  pictures.agentsByResolution(report).sentence,
  ...findings(report).map(({ text }) => text),
];

describe('an agent', () => {
  it('is not named for one outlier, however slow it makes the mean', () => {
    const report = team([...usual(20), { name: 'Jinnie', response: [62, 65], mean: 1758 }]);
    expect(named(report)).toEqual([]);
    expect(said(report).join(' ')).not.toContain('Jinnie');
    expect(findings(report).map(({ id }) => id)).not.toContain('agents_first_response');
  });

  it('is not named for being the lowest of many', () => {
    const report = team([...usual(20), { name: 'Ben', csat: [13, 20], response: [17, 20] }]);
    expect(named(report)).toEqual([]);
    expect(said(report).slice(0, 3)).toEqual([
      'All agents: 79.9% (2,020 ratings).',
      expect.stringMatching(/^All agents: 9\.0 s \(2,020 chats\)\.$/),
      expect.stringMatching(/^All agents: [\d.]+ s \([\d,]+ chats\)\.$/),
    ]);
  });

  it('is named by the share in which the others surpass them, even where few of the others are drawn', () => {
    const report = team([...usual(20), { name: 'Ben', csat: [30, 60], response: [40, 60] }]);
    expect(said(report)[0]).toBe(
      'All agents: 79.1% (2,060 ratings). Of the 21 agents with at least 5 rated chats, Ben has a lower CSAT % than the other agents: 50.0% of 60, the others 80.0% (at most 1 in 40 named by chance).',
    );
    expect(findings(report).at(-1)).toMatchObject({
      id: 'agents_first_response',
      title: 'First response of agents',
      n: 60,
      text: 'Of the 21 agents with at least 5 first responses, Ben replies within 30 seconds less often than the other agents: 66.7% of 60, the others 93.0% (at most 1 in 40 named by chance).',
    });
  });

  it('stands for several who differ, the furthest of them, below and above', () => {
    const report = team([
      ...usual(20),
      { name: 'Ben', csat: [50, 100] },
      { name: 'Cleo', csat: [20, 60] },
      { name: 'Dee', csat: [200, 200] },
    ]);
    expect(said(report)[0]).toMatch(
      /Of the 23 agents with at least 5 rated chats, 2 have a lower CSAT % than the other agents, the lowest is Cleo: 33\.3% of 60, the others 80\.\d%; Dee has a higher CSAT % than the other agents: 100\.0% of 200, the others 77\.\d% \(at most 1 in 40 named by chance\)\.$/,
    );
  });

  it('is not called the lowest who is as low as another', () => {
    const equal = ['Ben', 'Cleo'].map((name): Agent => ({ name, csat: [20, 60] }));
    expect(said(team([...usual(20), ...equal]))[0]).toContain(
      '2 have a lower CSAT % than the other agents, among them Ben: 33.3% of 60, ',
    );
  });

  it.each([
    ['4 cases', 5, 4, []],
    ['5 cases', 5, 5, ['Ben']],
    ['fewer cases than the report calls small', 50, 40, []],
  ])('with %s is named or not, as the rule says', (_, smallN, cases, names) => {
    expect(named(team([...usual(20), { name: 'Ben', csat: [0, cases] }], smallN))).toEqual(names);
  });

  it('is not named where nobody else has enough cases to be looked at', () => {
    const report = team([
      { name: 'Ben', csat: [10, 200] },
      { name: 'Cleo', csat: [4, 4] },
    ]);
    expect(named(report)).toEqual([]);
  });
});

it('of teams in which nobody differs at most one in twenty has anyone named', () => {
  const random = seededRandom(17);
  const hits = (cases: number, rate: number) =>
    Array.from({ length: cases }, () => Number(random() < rate)).reduce((sum, hit) => sum + hit, 0);
  const teams = Array.from({ length: 400 }, () =>
    team(
      Array.from({ length: 25 }, (_, index) => {
        const [rated, answered] = [20 + Math.floor(random() * 80), 20 + Math.floor(random() * 200)];
        return {
          name: `Agent ${String(index)}`,
          csat: [hits(rated, 0.76), rated],
          response: [hits(answered, 0.93), answered],
        };
      }),
    ),
  );
  expect(teams.filter((one) => named(one).length > 0).length).toBeLessThanOrEqual(20);
});

describe('the estimate of an agent', () => {
  const report = team([...usual(20), { name: 'Ben', csat: [4, 4] }, { name: 'Cleo', csat: [20, 60] }]);
  const of = (name: string) =>
    agentEstimates(report, 'csat_satisfied_rate').find(({ agent }) => agent === name);

  it('of few cases lies near the team, whatever their share, and says as little of the rank', () => {
    const ben = of('Ben');
    expect(ben?.verdict).toBe('too_few');
    expect(ben?.estimate).toBeLessThan(0.9);
    expect((ben?.ranks.worst ?? 0) - (ben?.ranks.best ?? 0)).toBeGreaterThan(15);
    expect(ben?.measured?.low).toBeLessThan(0.6);
  });

  it('of one who differs lies outside the funnel, and last', () => {
    const cleo = of('Cleo');
    expect(cleo?.verdict).toBe('below');
    expect(cleo?.ranks).toEqual({ best: 22, worst: 22 });
    expect(1 / 3).toBeLessThan(cleo?.funnel.wide.low ?? 0);
  });
});
