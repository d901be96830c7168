import type { Agent } from './agents.js';
import type { Chat } from './chat.js';
import { botResponse, closedByBot, secondsToTimeOut, TIMED_OUT } from './closing.js';
import { draw, logNormal } from './quantiles.js';
import { between, pick } from './random.js';
import type { Random } from './random.js';
import { rate } from './rating.js';
import type { Duty, Rota } from './shifts.js';

const DAY = 86_400;
const ASKS_FOR_AGENT = 0.44;
const ASKS_FOR_AGENT_AT_NIGHT = 0.25;
const TIMES_OUT_WITH_AGENT = 0.03;
const CUSTOMER_FALLS_SILENT = 0.21;
const OUT_OF_HOURS_SHIFT = -0.05;
const AGENT_RATING_LADDER = [0.1, 0.14, 0.23, 0.5];
const LONGEST_WAIT = 3_000;
const WAIT = logNormal(66, 0.95);
const RESPONSE = logNormal(8, 1.1);
const HANDLE = logNormal(755, 0.62);

/** A chat that starts at this moment, with an agent where the customer asks for one and one is at work. */
export function makeChat(startedAt: number, rota: Rota, random: Random): Chat {
  if (random.next() >= wishForAgent(startedAt)) return closedByBot(startedAt, random);
  const assignedAt = startedAt + 1 + Math.min(Math.floor(draw(WAIT, random)), LONGEST_WAIT);
  const duty = rota.findAgent(assignedAt);
  if (duty === null) return closedByBot(startedAt, random);
  return random.next() < TIMES_OUT_WITH_AGENT
    ? timedOutWithAgent(startedAt, assignedAt, duty, random)
    : closedByAgent(startedAt, assignedAt, duty, random);
}

function closedByAgent(startedAt: number, assignedAt: number, duty: Duty, random: Random): Chat {
  const { agent } = duty;
  const handled = handleSeconds(duty.endsAt - assignedAt, random);
  duty.chatsUntil.push(assignedAt + handled);
  return {
    closedBy: spell(agent, random),
    reason: random.next() < CUSTOMER_FALLS_SILENT ? 'Unresponsive Customer' : 'Completed',
    startedAt,
    endedAt: assignedAt + handled,
    assignedAt,
    botResponse: botResponse(random),
    agentResponse: Math.min(responseSeconds(agent, random), handled),
    rating: rateAgent(agent, startedAt, random),
  };
}

/** The agent answered, or not even that; then nobody wrote, and the automation closed the chat. */
function timedOutWithAgent(startedAt: number, assignedAt: number, duty: Duty, random: Random): Chat {
  const agentResponse = random.next() < 0.5 ? responseSeconds(duty.agent, random) : null;
  return {
    closedBy: 'System',
    reason: TIMED_OUT,
    startedAt,
    endedAt: assignedAt + (agentResponse ?? 0) + secondsToTimeOut(random),
    assignedAt,
    botResponse: botResponse(random),
    agentResponse,
    rating: 0,
  };
}

/** A chat that would outlast the shift is brought to its end inside it. */
function handleSeconds(secondsLeft: number, random: Random): number {
  const wanted = 20 + Math.floor(draw(HANDLE, random));
  return wanted <= secondsLeft ? wanted : Math.floor(secondsLeft * between(random, 0.5, 1));
}

function responseSeconds(agent: Agent, random: Random): number {
  return 1 + Math.floor(draw(RESPONSE, random) * agent.pace);
}

function rateAgent(agent: Agent, startedAt: number, random: Random): number {
  const hour = hourOf(startedAt);
  const shift = agent.quality + (hour >= 10 && hour < 17 ? 0 : OUT_OF_HOURS_SHIFT);
  return rate(AGENT_RATING_LADDER, agent.ratedRate, shift, random);
}

function spell(agent: Agent, random: Random): string {
  const isMisspelt = agent.misspelt > 0 && random.next() < agent.misspelt;
  return isMisspelt ? pick(random, agent.spellings) : agent.name;
}

function wishForAgent(startedAt: number): number {
  const hour = hourOf(startedAt);
  return hour >= 7 && hour < 22 ? ASKS_FOR_AGENT : ASKS_FOR_AGENT_AT_NIGHT;
}

function hourOf(seconds: number): number {
  return Math.floor((seconds % DAY) / 3_600);
}
