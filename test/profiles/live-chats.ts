import { between, instant, shape, sortable, words, type Shape } from './shape.js';
import { firstReply, lastAgent, mailOf, userNumber, type StoryChat } from './story.js';

const newYork = sortable('America/New_York');

function liveChatOperator(chat: StoryChat, place: number): string | null {
  return chat.closer === 'bot' ? (place === 0 ? 'ChatBot' : null) : (chat.agents[place] ?? null);
}

const liveChat = shape(
  'livechat',
  [
    ['conferenceId', ({ id }) => `QK${id}ZX`],
    ['chat creation date America/New_York', ({ id, start }) => newYork(id === 5015 ? 1614600000 : start)],
    ['chat start date America/New_York', ({ start }) => newYork(start)],
    ['chat start url', () => 'https://shop.example.com/help'],
    ['chat duration in seconds', ({ start, end }) => between(start, end)],
    ['queue duration in seconds', ({ start, assigned }) => between(start, assigned) ?? 0],
    ['last operator id', (chat) => liveChatLast(chat)],
    ['group name', () => 'Support'],
    ['rate', ({ stars }) => words(stars, 'rated good', 'rated bad', 'not rated')],
    ['last rate comment', ({ stars }) => (stars === 1 ? 'Too slow, "sorry"' : null)],
    ['operator 1 nick', (chat) => liveChatOperator(chat, 0)],
    ['operator 1 id', ({ agents }) => (agents[0] ? mailOf(agents[0]) : null)],
    ['operator 2 nick', (chat) => liveChatOperator(chat, 1)],
    ['operator 2 id', ({ agents }) => (agents[1] ? mailOf(agents[1]) : null)],
    ['pre chat: E-mail:', ({ user }) => mailOf(user)],
    ['visitor country code', () => 'US'],
    ['tag 1', ({ id }) => (id % 4 === 0 ? 'refund' : null)],
    ['tag 2', () => null],
    ['first response time', ({ agentReply, botReply }) => agentReply ?? botReply],
    ['average response time', ({ agentReply, botReply }) => agentReply ?? botReply],
  ],
  { quotesAll: true, endedOnly: true },
);

function liveChatLast(chat: StoryChat): string | null {
  const agent = lastAgent(chat);
  return chat.closer === 'bot' ? 'chatbot' : agent && mailOf(agent);
}

const zendeskChat = shape(
  'zendesk-chat',
  [
    ['id', ({ id }) => `2103.${id}.TkV4`],
    ['type', () => 'chat'],
    ['timestamp', ({ start }) => instant(start)],
    ['end_timestamp', ({ end }) => instant(end)],
    ['duration', ({ start, end }) => between(start, end)],
    ['missed', ({ closer }) => closer === 'nobody'],
    ['visitor.id', (chat) => `v-${userNumber(chat)}`],
    ['agent_ids', ({ agents }) => agents.map((name) => name.length).join(',')],
    ['agent_names', ({ agents, closer }) => (closer === 'bot' ? 'Answer Bot' : agents.join(','))],
    ['department_name', () => 'Support'],
    ['started_by', () => 'visitor'],
    ['triggered', () => false],
    ['response_time.first', firstReply],
    ['response_time.avg', firstReply],
    ['count.total', ({ id }) => (id % 9) + 2],
    ['rating', ({ stars }) => words(stars, 'good', 'bad', null)],
    ['comment', () => null],
    ['zendesk_ticket_id', () => null],
    ['tags', () => null],
  ],
  {
    endedOnly: true,
    more: [
      {
        id: '2103.9001.TkV4',
        type: 'offline_msg',
        timestamp: '2021-03-13T02:00:00Z',
        department_name: 'Support',
      },
      {
        id: '2103.9002.TkV4',
        type: 'offline_msg',
        timestamp: '2021-03-20T03:00:00Z',
        department_name: 'Support',
      },
    ],
  },
);

/** The platforms whose rows are chats on a web page. */
export const liveChats: readonly Shape[] = [liveChat, zendeskChat];
