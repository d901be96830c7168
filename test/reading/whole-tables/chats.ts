import type { Random } from './random.js';

/** A chat as it was: times in seconds since 1970, the rating as a step from 0 (worst) to 4 (best). */
export interface Chat {
  chat_id: string;
  user_id: string | null;
  closed_by: string | null;
  closing_reason: string | null;
  started_at: number;
  ended_at: number | null;
  assigned_at: number | null;
  agent_first_response_seconds: number | null;
  csat_score: number | null;
}

const agents = [
  'Asha',
  'Björn Öst',
  "D'Arcy, Zoë",
  'Łukasz',
  'İpek',
  'Ann "Bee" Cee',
  'Bot',
  'System',
  'Max Müller',
];
const reasons = ['Resolved', 'Closing inactive room', 'Customer left; no answer', 'Gelöst', 'spam'];
const ids: readonly ((at: number) => string)[] = [
  (at) => `C${String(1000 + at)}`,
  (at) => String(900 + at * 7),
  (at) => String(40_000 + at).padStart(8, '0'),
  (at) => `${(Math.imul(at + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-1a2b-4c3d`,
  (at) => `#${String(77 + at)}`,
];

/** Some chats, in the order of their starts; whole minutes where the writing shows no seconds. */
export function randomChats(random: Random, step: number): Chat[] {
  const { upTo, oneOf, isOnce } = random;
  const days = oneOf([1, 3, 28, 400]);
  const begin = 1_577_836_800 + upTo(200_000_000);
  const length = oneOf([300, 4000, 80_000]);
  const idOf = oneOf(ids);
  const whole = (seconds: number): number => Math.floor(seconds / step) * step;
  const count = 1 + upTo(oneOf([3, 8, 14]));
  const [missing, people, own] = [oneOf([0, 0.1, 0.5]), 1 + upTo(agents.length - 1), oneOf(ids)];
  const started = Array.from({ length: count }, () => whole(begin + upTo(days * 86_400)));
  started.sort((a, b) => a - b);
  return started.map((started_at, at) => {
    const ended = whole(started_at + 60 + upTo(length));
    const assigned = whole(started_at + upTo(Math.max(0, ended - started_at)));
    const maybe = <Value>(value: Value): Value | null => (isOnce(missing) ? null : value);
    return {
      chat_id: idOf(at),
      user_id: maybe(own(upTo(count))),
      closed_by: maybe(agents[upTo(people - 1)] ?? 'Asha'),
      closing_reason: maybe(oneOf(reasons)),
      started_at,
      ended_at: maybe(ended),
      assigned_at: maybe(assigned),
      agent_first_response_seconds: maybe(upTo(Math.max(1, ended - assigned))),
      csat_score: isOnce(0.5) ? null : upTo(4),
    };
  });
}
