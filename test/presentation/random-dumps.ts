import type { DayFigures } from '../../src/metrics/day-figures.js';
import { addDays } from '../../src/report/periods.js';
import type { Report, Row } from '../../src/report/report.js';
import { seededRandom } from '../../src/statistics/random.js';
import { madeUpReport } from '../excel/made-up-report.js';
import { randomNormal } from '../statistics/draws.js';

const base = madeUpReport({ agents: [], days: 28 });
const reasons = ['Completed', 'Closing inactive room', 'Closing now', 'Unresponsive Customer'] as const;

/** What is planted in a dump; nothing by default. */
export interface Planted {
  /** How often agents close chats on Sundays, against half of them on every day. */
  agentsOnSunday?: number;
  botSatisfied?: number;
  /** By how much of its size volume has gone when the second half begins. */
  fall?: number;
  chatsPerDay?: number;
}

interface Chat {
  day: number;
  slot: number;
  agent: number | null;
  reason: number;
  rating: number | null;
  response: number;
  resolution: number;
}

/** The report of a dump in which nothing hangs together but what is planted: its tables, made without an engine. */
export function randomDump(seed: number, planted: Planted = {}): Report {
  const random = seededRandom(seed);
  const chats = drawn(random, planted);
  const agents = [...new Set(chats.flatMap(({ agent }) => agent ?? []))].sort((a, b) => a - b);
  const ofAgents = chats.filter(({ agent }) => agent !== null);
  return {
    ...base,
    options: { ...base.options, timeout_reasons: ['Closing inactive room'] },
    days: daysOf(chats),
    tables: {
      ...base.tables,
      chat_metrics: [overallOf(chats)],
      agent_metrics: [
        { ...agentRow(ofAgents), agent: null, resolution_avg_seconds: 600, wait_avg_seconds: 60 },
        ...agents.map((agent) => ({
          ...agentRow(chats.filter((chat) => chat.agent === agent)),
          agent: `Agent ${String(agent)}`,
        })),
      ],
      half_hourly_chats: base.tables.half_hourly_chats.map((row, slot) => ({
        ...row,
        ...closersOf(chats.filter((chat) => chat.slot === slot)),
      })),
      closing_reasons: reasons.map((closing_reason, index) => ({
        closing_reason,
        ...closersOf(chats.filter(({ reason }) => reason === index)),
      })),
      agent_activity: [{ agent: null, occupancy_rate: 0.4, concurrency: 1.1 }],
      agent_activity_by_shift: shiftsOf(ofAgents, random),
    },
  };
}

function drawn(random: () => number, planted: Planted): Chat[] {
  const { agentsOnSunday = 0.5, botSatisfied = 0.7, fall = 0, chatsPerDay = 100 } = planted;
  return Array.from({ length: 28 }, (_, day) => {
    const mean = day < 14 ? chatsPerDay : chatsPerDay * (1 - fall);
    return Array.from(
      { length: Math.max(0, Math.round(mean + Math.sqrt(mean) * randomNormal(random))) },
      () => {
        const byAgent = random() < (day % 7 === 6 ? agentsOnSunday : 0.5);
        const satisfied = random() < (byAgent ? 0.7 : botSatisfied);
        return {
          day,
          slot: Math.floor(random() * 48),
          agent: byAgent ? Math.floor(random() * 25) : null,
          reason: Math.floor(random() * 4),
          rating:
            random() < 0.4 ? (satisfied ? 4 + Math.floor(random() * 2) : 1 + Math.floor(random() * 3)) : null,
          response: Math.exp(2 + randomNormal(random)),
          resolution: Math.exp(6 + randomNormal(random)),
        };
      },
    );
  }).flat();
}

const isSatisfied = ({ rating }: Chat) => rating !== null && rating >= 4;
const sum = (chats: readonly Chat[], of: (chat: Chat) => number) =>
  chats.reduce((total, chat) => total + of(chat), 0);

function closersOf(chats: readonly Chat[]): Row {
  const agents = chats.filter(({ agent }) => agent !== null).length;
  return { chats: chats.length, closed_by_agents: agents, closed_by_bot: chats.length - agents };
}

function overallOf(chats: readonly Chat[]): Row {
  const bot = chats.filter(({ agent }) => agent === null);
  const rated = bot.filter(({ rating }) => rating !== null);
  return {
    ...base.tables.chat_metrics[0],
    incoming_chats: chats.length,
    closed_by_bot: bot.length,
    closed_by_agents: chats.length - bot.length,
    csat_satisfied_rate_bot: rated.filter(isSatisfied).length / rated.length,
    csat_rated_chats_bot: rated.length,
  };
}

function agentRow(chats: readonly Chat[]): Row {
  const rated = chats.filter(({ rating }) => rating !== null);
  return {
    chats_resolved: chats.length,
    csat_rated_chats: rated.length,
    csat_satisfied_rate: rated.length > 0 ? rated.filter(isSatisfied).length / rated.length : null,
    first_response_chats: chats.length,
    first_response_within_target_rate: chats.filter(({ response }) => response <= 30).length / chats.length,
  };
}

const isInHours = ({ slot }: Chat) => slot >= 20 && slot < 34;

function daysOf(chats: readonly Chat[]): DayFigures[] {
  return Array.from({ length: 28 }, (_, day) => day).flatMap((day) =>
    [false, true].map((isInside) =>
      dayOf(
        addDays('2021-02-01', day),
        isInside,
        chats.filter((chat) => chat.day === day && isInHours(chat) === isInside),
      ),
    ),
  );
}

function dayOf(day: string, isInside: boolean, chats: readonly Chat[]): DayFigures {
  const bot = chats.filter(({ agent }) => agent === null);
  const agents = chats.filter(({ agent }) => agent !== null);
  const rated = (of: readonly Chat[]) => of.filter(({ rating }) => rating !== null);
  return {
    day,
    is_business_hours: isInside,
    chats: chats.length,
    closed_by_bot: bot.length,
    closed_by_agents: agents.length,
    resolved_by_bot: bot.filter(({ reason }) => reason !== 1).length,
    rated_bot: rated(bot).length,
    satisfied_bot: bot.filter(isSatisfied).length,
    rated_chats: rated(agents).length,
    satisfied_chats: agents.filter(isSatisfied).length,
    rating: sum(agents, ({ rating }) => rating ?? 0),
    rating_squares: sum(agents, ({ rating }) => (rating ?? 0) ** 2),
    first_response_chats: agents.length,
    within_target_chats: agents.filter(({ response }) => response <= 30).length,
    resolution_chats: agents.length,
    resolution_seconds: sum(agents, ({ resolution }) => resolution),
    wait_chats: agents.length,
    wait_seconds: sum(agents, ({ response }) => response * 5),
  };
}

function shiftsOf(chats: readonly Chat[], random: () => number): Row[] {
  return Array.from({ length: 28 }, (_, day) => day).flatMap((day) => {
    const own = chats.filter((chat) => chat.day === day);
    return [...new Set(own.map(({ agent }) => agent))].map((agent) => {
      const active = sum(
        own.filter((chat) => chat.agent === agent),
        ({ resolution }) => resolution,
      );
      return {
        agent: `Agent ${String(agent)}`,
        shift_date: addDays('2021-02-01', day),
        active_seconds: active,
        span_seconds: active * 2 + 3600 * random(),
        cumulative_seconds: active * 1.1,
      };
    });
  });
}
