import type { Chat } from './chat.js';
import { draw, logNormal } from './quantiles.js';
import type { Quantiles } from './quantiles.js';
import { rate } from './rating.js';
import type { Random } from './random.js';

const HOUR = 3_600;
const BOT_RATING_LADDER = [0.42, 0.56, 0.71, 0.86];
const SLACK_AFTER_HOUR = logNormal(48, 0.95);

/** The closing reason of a chat that nobody wrote in for an hour. */
export const TIMED_OUT = 'Closing inactive room';

interface Ending {
  readonly upTo: number;
  readonly reason: string;
  readonly inactive: boolean;
  readonly seconds: Quantiles;
  readonly ratedRate: number;
}

const INACTIVE: Ending = {
  upTo: 0.53,
  reason: TIMED_OUT,
  inactive: true,
  seconds: SLACK_AFTER_HOUR,
  ratedRate: 0.03,
};

/** How chats end without an agent; `upTo` is the share of chats up to and with this ending. */
const ENDINGS: readonly Ending[] = [
  INACTIVE,
  { upTo: 0.98, reason: 'Closing now', inactive: false, seconds: logNormal(60, 1.1), ratedRate: 0.5 },
  { upTo: 0.997, reason: 'webhook block failed', inactive: false, seconds: logNormal(25, 0.8), ratedRate: 0 },
  {
    upTo: 1,
    reason: 'Bot closed the conversation. NO transfer',
    inactive: false,
    seconds: logNormal(90, 0.9),
    ratedRate: 0.1,
  },
];

/** A chat that the automation closes and no agent sees. */
export function closedByBot(startedAt: number, random: Random): Chat {
  const kind = random.next();
  const ending = ENDINGS.find(({ upTo }) => kind < upTo) ?? INACTIVE;
  const seconds = Math.floor(draw(ending.seconds, random));
  return {
    closedBy: botName(random),
    reason: ending.reason,
    startedAt,
    endedAt: startedAt + (ending.inactive ? HOUR + seconds : Math.min(seconds, HOUR)),
    assignedAt: null,
    botResponse: botResponse(random),
    agentResponse: null,
    rating: rate(BOT_RATING_LADDER, ending.ratedRate, 0, random),
  };
}

/** Seconds from the last message of a silent chat until the automation closes it: an hour and a little. */
export function secondsToTimeOut(random: Random): number {
  return HOUR + Math.floor(draw(SLACK_AFTER_HOUR, random));
}

/** Seconds until the bot's greeting: mostly none; very rarely it said nothing. */
export function botResponse(random: Random): number | null {
  const luck = random.next();
  if (luck < 0.93) return 0;
  return luck > 0.9995 ? null : Math.floor((luck - 0.93) * 130);
}

function botName(random: Random): string {
  const luck = random.next();
  if (luck < 0.9925) return 'System';
  return luck < 0.9985 ? 'Bot' : '"Bot\n"';
}
