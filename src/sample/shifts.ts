import type { Agent } from './agents.js';
import { below } from './random.js';
import type { Random } from './random.js';

/** An agent at work until `endsAt` (seconds since the first midnight). */
export interface Duty {
  readonly agent: Agent;
  readonly endsAt: number;
  /** when each of the chats in hand ends */
  readonly chatsUntil: number[];
}

/** Who is at work when. Days are opened one by one, each a day before it is asked for. */
export interface Rota {
  openDay(day: number): void;
  /** Somebody who is at work at this moment and for at least half an hour more, or null. */
  findAgent(at: number): Duty | null;
}

const DAY = 86_400;
const HALF_HOUR = 1_800;
const DAY_SLOTS = DAY / HALF_HOUR;
const SLOTS_KEPT = 4 * DAY_SLOTS;
const ABSENCE_RATE = 0.04;
const CHATS_AT_ONCE = 3;
const CANDIDATES = 2;
const MOST_CANDIDATES = 6;

/** A rota of the team; `firstWeekday` (0 = Monday) is the weekday of day 0. */
export function createRota(team: readonly Agent[], firstWeekday: number, random: Random): Rota {
  const slots = Array.from({ length: SLOTS_KEPT }, (): Duty[] => []);
  const slotAt = (seconds: number): Duty[] =>
    slots[(Math.floor(seconds / HALF_HOUR) + DAY_SLOTS) % SLOTS_KEPT] ?? [];
  const openDay = (day: number): void => {
    for (let at = (day + 1) * DAY; at < (day + 2) * DAY; at += HALF_HOUR) slotAt(at).length = 0;
    const weekday = (firstWeekday + day + 7) % 7;
    for (const agent of team) {
      if (agent.daysOff.includes(weekday) || random.next() < ABSENCE_RATE) continue;
      const startsAt = day * DAY + agent.shiftStart;
      const duty: Duty = { agent, endsAt: startsAt + agent.shiftSeconds, chatsUntil: [] };
      for (let at = startsAt; at <= duty.endsAt - 2 * HALF_HOUR; at += HALF_HOUR) slotAt(at).push(duty);
    }
  };
  openDay(-1);
  openDay(0);
  return { openDay, findAgent: (at) => choose(slotAt(at), at, random) };
}

/** Of a few at random: the most willing who has a hand free; in a rush, whoever was asked first. */
function choose(onDuty: readonly Duty[], at: number, random: Random): Duty | null {
  if (onDuty.length === 0) return null;
  let first: Duty | null = null;
  let best: Duty | null = null;
  let bestWill = -1;
  for (let asked = 0; asked < CANDIDATES || (best === null && asked < MOST_CANDIDATES); asked += 1) {
    const duty = onDuty[below(random, onDuty.length)] as Duty;
    const running = chatsRunning(duty, at);
    const will = random.next() + duty.agent.pull + (running > 0 ? duty.agent.juggling : 0);
    first ??= duty;
    if (running >= CHATS_AT_ONCE || will <= bestWill) continue;
    best = duty;
    bestWill = will;
  }
  return best ?? first;
}

/** How many chats the agent has in hand; forgets those that are over. */
function chatsRunning(duty: Duty, at: number): number {
  const { chatsUntil } = duty;
  for (let index = chatsUntil.length - 1; index >= 0; index -= 1) {
    if ((chatsUntil[index] as number) <= at) chatsUntil.splice(index, 1);
  }
  return chatsUntil.length;
}
