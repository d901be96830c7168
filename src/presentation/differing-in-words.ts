import { wordingOf } from '../metrics/wording.js';
import type { Report } from '../report/report.js';
import type { AgentShare, Differing, DifferingAgent } from './agents-that-differ.js';
import { figureInWords } from './figures.js';

interface Words {
  cases: string;
  /** Before `than the other agents`, said of one and of several agents. */
  below: readonly [one: string, several: string, furthest: string];
  above: readonly [one: string, several: string, furthest: string];
}

function wordsOf(share: AgentShare, { options }: Report): Words {
  if (share === 'csat_satisfied_rate')
    return {
      cases: 'rated chats',
      below: ['has a lower CSAT %', 'have a lower CSAT %', 'the lowest is'],
      above: ['has a higher CSAT %', 'have a higher CSAT %', 'the highest is'],
    };
  const within = `within ${wordingOf(options)['response_target'] ?? ''}`;
  return {
    cases: 'first responses',
    below: [`replies ${within} less often`, `reply ${within} less often`, 'least often'],
    above: [`replies ${within} more often`, `reply ${within} more often`, 'most often'],
  };
}

const count = (value: number) => figureInWords('count', value);
const rate = (value: number) => figureInWords('rate', value);

/**
 * Who differs, in a sentence that says of whom: `Of the 85 agents with at least 20 rated chats, ...`; an empty text where
 * nobody does. `nameOf` writes a name as its place needs it.
 */
export function differingInWords(
  report: Report,
  { share, looked, fewest, below, above }: Differing,
  nameOf: (agent: string) => string = String,
): string {
  const words = wordsOf(share, report);
  const sides = [sideInWords(below, words.below, nameOf), sideInWords(above, words.above, nameOf)];
  const said = sides.filter(Boolean).join('; ');
  if (said === '') return '';
  return `Of the ${count(looked)} agents with at least ${count(fewest)} ${words.cases}, ${said} (at most 1 in 40 named by chance).`;
}

function sideInWords(
  agents: readonly DifferingAgent[],
  [one, several, furthest]: Words['below'],
  nameOf: (agent: string) => string,
): string {
  const [first, second] = agents;
  if (!first) return '';
  const name = nameOf(first.agent);
  const figures = `${rate(first.rate)} of ${count(first.n)}, the others ${rate(first.othersRate)}`;
  if (agents.length === 1) return `${name} ${one} than the other agents: ${figures}`;
  const lead = second?.rate === first.rate ? 'among them' : furthest;
  return `${count(agents.length)} ${several} than the other agents, ${lead} ${name}: ${figures}`;
}
