import { overallRow } from '../../metrics/catalog.js';
import { nameKey } from '../../options/names.js';
import { shortened } from '../../options/shortened.js';
import type { Report, Row } from '../../report/report.js';
import { sharesTest } from '../../statistics/proportions.js';
import { rateOf, shareFrom, type Share } from '../../statistics/share.js';
import { isolated } from '../text.js';
import { leastPoints, type Family, type Finding, type Tested } from './finding.js';
import { testOfShares, toldOfShares } from './shares.js';
import { countInWords, rateInWords, shareInWords } from './words.js';

/** The ratings of chats that a bot closed beside those that agents closed. */
export function botAgainstAgentsTests({ tables }: Report): Family {
  const chats = overallRow('chat_metrics', tables.chat_metrics);
  const agents = overallRow('agent_metrics', tables.agent_metrics);
  const bot = shareOf(chats, 'csat_satisfied_rate_bot', 'csat_rated_chats_bot');
  const team = shareOf(agents, 'csat_satisfied_rate', 'csat_rated_chats');
  if (bot.cases === 0 || team.cases === 0) return [];
  const tell = (): Finding => {
    const { difference, ...told } = toldOfShares(bot, team);
    return {
      id: 'bot_against_agents',
      title: 'CSAT of bot and agents',
      text: `Of the rated chats that a bot closed ${shareInWords(bot)} are satisfied, of those that agents closed ${shareInWords(team)}: ${difference}.`,
      ...told,
      table: 'chat_metrics',
      picture: null,
    };
  };
  return [{ ...testOfShares(bot, team, Number(chats?.['closed_by_bot'] ?? 0)), tell }];
}

/** A share of a row, in whole chats. */
const shareOf = (row: Row | undefined, rate: string, n: string): Share =>
  shareFrom(Number(row?.[rate] ?? 0), Number(row?.[n] ?? 0));

interface Reason {
  name: string;
  bot: number;
  agents: number;
}

/** Below this share of all that its closers close, a reason is not told. */
const leastReason = 0.1;

/**
 * How chats end that are no plain success: the bot's time-outs, and what agents close chats for beside their usual reason, each
 * beside how often the others close chats so.
 */
export function reasonTests(report: Report): Family {
  const reasons: Reason[] = report.tables.closing_reasons
    .filter((row) => row['closing_reason'] !== null)
    .map((row) => ({
      name: String(row['closing_reason']),
      bot: Number(row['closed_by_bot']),
      agents: Number(row['closed_by_agents']),
    }));
  const total = (key: 'bot' | 'agents') =>
    report.tables.closing_reasons.reduce(
      (sum, row) => sum + Number(row[key === 'bot' ? 'closed_by_bot' : 'closed_by_agents']),
      0,
    );
  const all = { bot: total('bot'), agents: total('agents') };
  if (all.bot === 0 || all.agents === 0) return [];
  const isTimeout = timeoutsOf(report);
  const timeouts = reasons.filter(({ name }) => isTimeout.has(nameKey(name)));
  const usual = reasons.reduce((most, { agents }) => Math.max(most, agents), 0);
  const others = reasons.filter(({ name, agents }) => !isTimeout.has(nameKey(name)) && agents < usual);
  const tests = others.map((reason) => reasonOfAgents(reason, all));
  if (timeouts.length === 0) return tests;
  const [told] = tests
    .filter(({ p, isLarge }) => isLarge && p < 1e-4)
    .sort((one, other) => other.weight - one.weight);
  return [timeoutTest(report, timeouts, all, told), ...tests];
}

const mostNames = 2;
const longestName = 60;

const quoted = (name: string) => `"${isolated(shortened(name, longestName))}"`;

function namesOf(reasons: readonly Reason[]): string {
  const names = reasons.slice(0, mostNames).map(({ name }) => quoted(name));
  const more = reasons.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${countInWords(more)} more` : names.join(', ');
}

const timeoutsOf = ({ options }: Report) => new Set(options.timeout_reasons.map(nameKey));

type Totals = Record<'bot' | 'agents', number>;

function timeoutTest(report: Report, timeouts: Reason[], all: Totals, also: Tested | undefined): Tested {
  const sum = (key: 'bot' | 'agents') => timeouts.reduce((total, reason) => total + reason[key], 0);
  const one = { successes: sum('bot'), cases: all.bot };
  const other = { successes: sum('agents'), cases: all.agents };
  const overall = overallRow('chat_metrics', report.tables.chat_metrics);
  const [deflection, without] = [overall?.['bot_deflection_rate'], overall?.['bot_resolution_rate']];
  const names = namesOf(timeouts);
  const rates =
    typeof deflection === 'number' && typeof without === 'number'
      ? ` Bot deflection is ${rateInWords(deflection)}, without time-outs ${rateInWords(without)}.`
      : '';
  const second = also?.tell();
  const { n, interval, figures } = toldOfShares(one, other);
  return {
    ...sidesTest(one, other),
    tell: () => ({
      id: 'closing_reasons',
      title: 'How chats end',
      text: `${rateInWords(rateOf(one))} of the chats that a bot closed are time-outs (${names}: ${countInWords(one.successes)} of ${countInWords(one.cases)}), of those that agents closed ${rateInWords(rateOf(other))}.${rates}${second ? ` ${second.text}` : ''}`,
      n,
      interval,
      figures: { ...figures, ...(second ? prefixed(second, 'agents_') : {}) },
      table: 'closing_reasons',
      picture: 'reasons',
    }),
  };
}

const prefixed = ({ figures, n }: Finding, prefix: string): Finding['figures'] =>
  Object.fromEntries(Object.entries({ ...figures, n }).map(([name, value]) => [`${prefix}${name}`, value]));

function reasonOfAgents({ name, bot, agents }: Reason, all: Totals): Tested {
  const one = { successes: agents, cases: all.agents };
  const other = { successes: bot, cases: all.bot };
  const tell = (): Finding => {
    const { n, interval, figures } = toldOfShares(one, other);
    return {
      id: 'closing_reasons',
      title: 'How chats end',
      text: `${rateInWords(rateOf(one))} of the chats that agents closed are ${quoted(name)} (${countInWords(one.successes)} of ${countInWords(one.cases)}), of those that a bot closed ${rateInWords(rateOf(other))}.`,
      n,
      interval,
      figures: { reason: name, ...figures },
      table: 'closing_reasons',
      picture: 'reasons',
    };
  };
  return { ...sidesTest(one, other), tell };
}

function sidesTest(one: Share, other: Share): Omit<Tested, 'tell'> {
  const difference = rateOf(one) - rateOf(other);
  return {
    p: sharesTest(one, other),
    isLarge: difference >= leastPoints && rateOf(one) >= leastReason,
    weight: one.successes * difference,
  };
}
