import { AGENT_NAMES } from './names.js';
import { between, pick, shuffled } from './random.js';
import type { Random } from './random.js';

const CHATS_PER_AGENT_AND_MONTH = 120;
const MONTH_DAYS = 28;
const SMALLEST_TEAM = 3;
const LARGEST_TEAM = 400;
const HALF_HOUR = 1_800;

/** One agent: when they work, how fast, how well, and how their name comes out. */
export interface Agent {
  readonly name: string;
  /** other spellings of the name, used at `misspelt` of the chats */
  readonly spellings: readonly string[];
  readonly misspelt: number;
  /** seconds after midnight at which the shift opens; it may close after the next midnight */
  readonly shiftStart: number;
  readonly shiftSeconds: number;
  /** two weekdays, 0 = Monday */
  readonly daysOff: readonly number[];
  /** multiplies response times */
  readonly pace: number;
  /** moves ratings up or down */
  readonly quality: number;
  /** share of chats that customers rate */
  readonly ratedRate: number;
  /** the higher, the more chats come to this agent */
  readonly pull: number;
  /** how gladly they take a further chat while one is running */
  readonly juggling: number;
}

interface Shift {
  readonly firstStart: number;
  readonly starts: number;
  readonly hours: number;
}

const EARLY: Shift = { firstStart: 7 * 3_600, starts: 4, hours: 9 };
const DAY: Shift = { firstStart: 9 * 3_600, starts: 5, hours: 9 };
const LATE: Shift = { firstStart: 13 * 3_600, starts: 4, hours: 9 };
const NIGHT: Shift = { firstStart: 22 * 3_600, starts: 1, hours: 8 };
const SHIFTS = [DAY, LATE, EARLY, DAY, LATE, DAY, NIGHT, EARLY, DAY, LATE, EARLY, DAY];
const DAYS_OFF = [
  [5, 6],
  [6, 0],
  [5, 6],
  [2, 3],
  [5, 6],
  [1, 6],
  [3, 4],
  [4, 5],
  [5, 6],
  [0, 1],
];

/** The agents who answer so many chats over so many days. Their names differ in Unicode lower case. */
export function hireTeam(chats: number, days: number, random: Random): Agent[] {
  const needed = Math.round((chats * MONTH_DAYS) / days / CHATS_PER_AGENT_AND_MONTH);
  const size = Math.min(LARGEST_TEAM, Math.max(SMALLEST_TEAM, needed));
  const names = shuffled(random, AGENT_NAMES).slice(0, size);
  return names.map((name, index) => hire(name, SHIFTS[index % SHIFTS.length] ?? DAY, random));
}

function hire(name: string, shift: Shift, random: Random): Agent {
  const careless = random.next() < 0.15;
  const alwaysLower = random.next() < 0.04;
  return {
    name: alwaysLower ? name.toLowerCase() : name,
    spellings: [name.toLowerCase(), name.toUpperCase(), name],
    misspelt: careless ? between(random, 0.02, 0.12) : 0,
    shiftStart: shift.firstStart + Math.floor(random.next() * shift.starts) * HALF_HOUR,
    shiftSeconds: shift.hours * 3_600,
    daysOff: pick(random, DAYS_OFF),
    pace: between(random, 0.7, 1.5),
    quality: between(random, -0.12, 0.16),
    ratedRate: between(random, 0.3, 0.5),
    pull: random.next(),
    juggling: between(random, 0, 1.2),
  };
}
