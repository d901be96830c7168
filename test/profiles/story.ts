/** One chat of the made-up support team, whatever platform tells of it. Times in seconds since 1970, durations in seconds. */
export interface StoryChat {
  id: number;
  user: string;
  /** Who took it, in order; the last one ended it. */
  agents: string[];
  /** Who ended it: nobody where the customer left unanswered, or where it is still open. */
  closer: 'agent' | 'bot' | 'nobody';
  reason: string | null;
  start: number;
  assigned: number | null;
  end: number | null;
  botReply: number | null;
  /** Counted from the assignment. */
  agentReply: number | null;
  /** 1 to 5; no 3, so that good and bad say the same. */
  stars: number | null;
}

/**
 * Two weeks of March 2021, times in UTC; in New York the clocks go forward on the 14th at 07:00 UTC.
 * number, customer, agents or who else ended it, reason, start, wait, length, reply of the bot, of the agent, stars
 */
const told = `
5001 | Ida Berg     | bot                    | Completed            | 2021-03-08 08:59:58 |     |   64 |  1 |     | 5
5002 | Omar Haddad  | Asha Rao               | Completed            | 2021-03-08 09:05:07 |  20 |  754 |  2 |  12 | 5
5003 | Lena Fischer | Asha Rao               | Completed            | 2021-03-08 09:11:40 |  95 | 1260 |  1 |  48 | 4
5004 | Tom Wu       | Bruno Díaz             | Closing now          | 2021-03-08 14:30:00 |   5 |  600 |  1 |  30 |
5005 | Ida Berg     | Asha Rao, Bruno Díaz   | Completed            | 2021-03-08 16:59:30 |  61 | 1815 |  3 |  31 | 2
5006 | Zoë Martin   | bot                    | Closing inactive room | 2021-03-09 00:10:00 |     | 3600 |  0 |     |
5007 | Priya Nair   | bot                    | Completed            | 2021-03-09 10:00:00 |     |  142 |  1 |     | 1
5008 | Sam Okafor   | Kate O'Neil            | Completed            | 2021-03-09 10:20:15 |   0 |  480 |  1 |   7 | 5
5009 | Rui Costa    | nobody                 |                      | 2021-03-09 12:45:00 |     |  310 |  2 |     |
5010 | Omar Haddad  | Kate O'Neil            | Unresponsive Customer | 2021-03-09 13:00:59 |  33 | 2400 |  1 |  95 |
5011 | Mia Larsen   | Bruno Díaz             | Completed            | 2021-03-10 09:30:00 |  12 |  333 |  1 |  15 | 4
5012 | Jon Park     | Bruno Díaz             | Completed            | 2021-03-10 09:32:00 |  44 |  905 |  1 |  29 | 5
5013 | Eva Novak    | bot                    | Completed            | 2021-03-10 17:05:05 |     |   88 |  1 |     |
5014 | Ali Demir    | Asha Rao               | Completed            | 2021-03-11 08:15:00 | 120 | 1500 |  4 |  62 | 1
5015 | Ida Berg     | Asha Rao               | Completed            | 2021-03-11 08:20:00 |  75 |  960 |  1 |  18 |
5016 | Nina Petrova | Kate O'Neil            | Closing now          | 2021-03-11 23:50:10 |   9 | 1200 |  1 |  21 | 5
5017 | Paul Dubois  | bot                    | Closing inactive room | 2021-03-12 11:00:00 |     | 3605 |  2 |     |
5018 | Lena Fischer | Bruno Díaz, Asha Rao   | Completed            | 2021-03-12 12:12:12 |  18 | 2222 |  1 |  40 | 4
5019 | Hana Sato    | Bruno Díaz             | Completed            | 2021-03-13 15:00:00 |   3 |   59 |  1 |   3 |
5020 | Tom Wu       | Kate O'Neil            | Completed            | 2021-03-14 06:50:00 |  30 | 1800 |  1 |  25 | 5
5021 | Greta Holm   | bot                    | Completed            | 2021-03-14 07:05:00 |     |   77 |  1 |     | 4
5022 | Yusuf Kaya   | nobody                 |                      | 2021-03-15 09:00:00 |     |  600 |  1 |     |
5023 | Priya Nair   | Asha Rao               | Completed            | 2021-03-15 09:01:01 |  50 |  700 |  1 |  10 | 5
5024 | Sam Okafor   | Asha Rao               | Completed            | 2021-03-15 09:04:00 |  66 | 1111 |  2 |  33 | 2
5025 | Dana Cohen   | Bruno Díaz             | Unresponsive Customer | 2021-03-16 16:45:00 |  27 | 1900 |  1 |  27 |
5026 | Ida Berg     | bot                    | Completed            | 2021-03-17 10:30:00 |     |   45 |  1 |     | 5
5027 | Felix Braun  | Kate O'Neil            | Completed            | 2021-03-17 17:00:00 |  14 |  845 |  1 |  16 | 4
5028 | Mia Larsen   | Kate O'Neil            | Completed            | 2021-03-18 09:59:59 |  21 |  640 |  1 |  30 |
5029 | Rosa Lima    | nobody                 |                      | 2021-03-19 20:20:20 |     |   95 |  1 |     |
5030 | Jon Park     | Asha Rao               | Completed            | 2021-03-20 11:11:11 |  40 | 4000 |  1 |  55 | 5
5031 | Vera Lund    | Bruno Díaz             |                      | 2021-03-21 18:00:00 |  10 |      |  1 |  20 |
5032 | Omar Haddad  | nobody                 |                      | 2021-03-21 18:10:00 |     |      |  1 |     |
`;

/** Every chat of the story, in order of their start. */
export const story: readonly StoryChat[] = told.trim().split('\n').map(chatOf);

function chatOf(line: string): StoryChat {
  const cells = line.split('|').map((cell) => cell.trim());
  const [id, user = '', by = '', reason, begin, wait, length, botReply, agentReply, stars] = cells;
  const start = Date.parse(`${String(begin).replace(' ', 'T')}Z`) / 1000;
  const end = plus(start, length);
  const agents = by === 'bot' || by === 'nobody' ? [] : by.split(', ');
  return {
    id: Number(id),
    user,
    agents,
    closer: by === 'bot' ? 'bot' : agents.length > 0 && end !== null ? 'agent' : 'nobody',
    reason: textOf(reason),
    start,
    assigned: plus(start, wait),
    end,
    botReply: numberOf(botReply),
    agentReply: numberOf(agentReply),
    stars: numberOf(stars),
  };
}

function textOf(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}

function numberOf(cell: string | undefined): number | null {
  return textOf(cell) === null ? null : Number(cell);
}

function plus(start: number, cell: string | undefined): number | null {
  const seconds = numberOf(cell);
  return seconds === null ? null : start + seconds;
}

/** The agent who ended a chat, or has it now. */
export function lastAgent(chat: StoryChat): string | null {
  return chat.agents.at(-1) ?? null;
}

/** Seconds from the start of a chat to the first reply of an agent. */
export function firstReply(chat: StoryChat): number | null {
  if (chat.assigned === null || chat.agentReply === null) return null;
  return chat.assigned - chat.start + chat.agentReply;
}

/** A number of the customer that stays the same over all chats. */
export function userNumber(chat: StoryChat): number {
  return 700 + [...new Set(story.map(({ user }) => user))].indexOf(chat.user);
}

/** `ida.berg@example.com` */
export function mailOf(name: string): string {
  const plain = name.normalize('NFD').replace(/[^a-z ]/gi, '');
  return `${plain.toLowerCase().replace(' ', '.')}@example.com`;
}
