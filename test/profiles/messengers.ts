import { between, clock, dayFirst, shape, sortable, times, type Shape } from './shape.js';
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

/** The platforms whose rows are conversations of a messenger. */
export const messengers: readonly Shape[] = [verloop, verloopMaster, intercom, intercomApi];
