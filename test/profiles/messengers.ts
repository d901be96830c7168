import { between, clock, dayFirst, instant, shape, sortable, times, words, type Shape } from './shape.js';
import { firstReply, lastAgent, mailOf, userNumber, type StoryChat } from './story.js';

const newYork = sortable('America/New_York');

function verloopCloser(chat: StoryChat): string | null {
  if (chat.closer === 'bot') return chat.id === 5013 ? 'Bot\n' : 'System';
  if (chat.closer === 'nobody') return null;
  return chat.id === 5024 ? 'asha rao ' : lastAgent(chat);
}

/** Verloop shows a chat that nobody took as one that is still open. */
function verloopEnd(chat: StoryChat): number | null {
  return chat.closer === 'nobody' ? null : chat.end;
}

const verloop = shape(
  'verloop',
  [
    ['RoomCode', ({ id }) => id],
    ['UserId', (chat) => `user-${userNumber(chat)}`],
    ['ClosedBy', verloopCloser],
    ['ClosingComment', ({ reason }) => reason],
    ['ChatStartTime', ({ start }) => dayFirst(start)],
    ['ChatEndTime', (chat) => dayFirst(verloopEnd(chat))],
    ['AgentAssignmentTimestamp', ({ assigned }) => dayFirst(assigned)],
    ['BotFirstResponseTime', ({ botReply }) => clock(botReply)],
    ['AgentFirstResponseTime', ({ agentReply }) => clock(agentReply)],
    ['CsatScore', ({ stars }) => stars ?? 0],
  ],
  { nothing: '-' },
);

/** In the master report an open room keeps the name of the agent who has it. */
const verloopMaster = shape(
  'verloop-master',
  [
    ['RoomCode', ({ id }) => id],
    ['RoomUrl', ({ id }) => `https://example.com/rooms/${id}`],
    ['RoomStatus', (chat) => (chat.closer === 'nobody' ? 'OPEN' : 'RESOLVED')],
    ['UserId', (chat) => `user-${userNumber(chat)}`],
    ['ChatStartTime', ({ start }) => dayFirst(start)],
    ['QueuedAt', ({ assigned, start }) => dayFirst(assigned && start)],
    ['QueueTime', ({ assigned, start }) => clock(between(start, assigned))],
    ['AgentAssignmentTimestamp', ({ assigned }) => dayFirst(assigned)],
    ['ChatEndTime', (chat) => dayFirst(verloopEnd(chat))],
    ['ClosedBy', (chat) => (chat.closer === 'nobody' ? lastAgent(chat) : verloopCloser(chat))],
    ['ClosingComment', ({ reason }) => reason],
    ['ChatChannel', ({ id }) => (id % 3 === 0 ? 'WHATSAPP' : 'LIVECHAT')],
    ['AgentEmail', (chat) => (chat.assigned === null ? null : mailOf(lastAgent(chat) ?? ''))],
    ['AgentStats', () => null],
    ['BotFirstResponseTime', ({ botReply }) => clock(botReply)],
    ['FirstAgentFirstResponseTime', ({ agentReply }) => clock(agentReply)],
    ['AverageAgentResponseTime', ({ agentReply }) => clock(times(agentReply, 2))],
    ['CsatScore', ({ stars }) => stars ?? 0],
    ['CsatTriggeredAt', ({ end, stars }) => dayFirst(stars && end)],
    ['CsatSubmittedAt', ({ end, stars }) => dayFirst(stars && end)],
    ['RecipeFlow', ({ assigned }) => (assigned === null ? 'start->faq' : 'start->faq->agent')],
    ['L1', () => 'Orders'],
    ['L2', ({ id }) => (id % 2 === 0 ? 'Delivery' : 'Refund')],
    ['main_menu', () => 'Talk to us'],
  ],
  { nothing: '-' },
);

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

const intercom = shape('intercom', [
  ['Conversation ID', ({ id }) => `21500000${id}`],
  ['Conversation started at (America/New_York)', ({ start }) => newYork(start)],
  ['Conversation last closed at (America/New_York)', ({ end }) => newYork(end)],
  ['Teammate currently assigned', (chat) => lastAgent(chat) ?? (chat.id === 5009 ? 'Unassigned' : null)],
  ['Team currently assigned', () => 'Support'],
  ['Current conversation state', ({ end }) => (end === null ? 'Open' : 'Closed')],
  ['Started by', () => 'Customer'],
  ['User participant IDs', (chat) => userNumber(chat)],
  ['User name', ({ user }) => user],
  ['Fin AI Agent involved', ({ closer }) => closer === 'bot'],
  ['Fin AI Agent deflected', ({ closer }) => closer === 'bot'],
  ['Fin AI Agent resolution state', ({ closer }) => (closer === 'bot' ? 'Assumed resolution' : null)],
  ['Channel', () => 'Messenger'],
  ['First response time (seconds)', firstReply],
  ['Conversation rating', ({ stars }) => stars],
  ['Agent rated type', ({ stars, closer }) => stars && (closer === 'bot' ? 'Fin AI Agent' : 'Teammate')],
]);

const admins = ['Asha Rao', 'Bruno Díaz', "Kate O'Neil"];

/** Intercom names teammates by number; its bot has one too. */
function adminId(name: string | null): number | null {
  return name === null ? null : 301 + admins.indexOf(name);
}

const intercomApi = shape('intercom-api', [
  ['id', ({ id }) => `21500000${id}`],
  ['created_at', ({ start }) => start],
  ['updated_at', ({ start, end }) => end ?? start],
  ['waiting_since', () => null],
  ['state', ({ end }) => (end === null ? 'open' : 'closed')],
  ['source.author.id', (chat) => `64f0${userNumber(chat)}`],
  ['admin_assignee_id', (chat) => adminId(lastAgent(chat))],
  ['ai_agent_participated', ({ closer }) => closer === 'bot'],
  ['ai_agent.resolution_state', ({ closer, stars }) => botResolution(closer === 'bot', stars)],
  ['statistics.time_to_assignment', ({ start, assigned }) => between(start, assigned)],
  ['statistics.time_to_admin_reply', firstReply],
  ['statistics.first_assignment_at', ({ assigned }) => assigned],
  ['statistics.last_close_at', ({ end }) => end],
  ['statistics.last_closed_by_id', (chat) => apiCloser(chat)],
  ['statistics.count_reopens', () => 0],
  ['statistics.count_assignments', ({ agents }) => agents.length],
  ['conversation_rating.rating', ({ stars }) => stars],
  ['conversation_rating.remark', () => null],
]);

function botResolution(isBot: boolean, stars: number | null): string | null {
  return isBot ? (stars === null ? 'assumed_resolution' : 'confirmed_resolution') : null;
}

function apiCloser(chat: StoryChat): number | null {
  if (chat.closer === 'bot') return 399;
  return chat.closer === 'agent' ? adminId(lastAgent(chat)) : null;
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
    ['agent_ids', ({ agents }) => agents.map((name) => adminId(name)).join(',') || null],
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

/** The platforms whose rows are conversations of a messenger. */
export const messengers: readonly Shape[] = [
  verloop,
  verloopMaster,
  liveChat,
  intercom,
  intercomApi,
  zendeskChat,
];
