import { between, instant, longClock, shape, sortable, sortableMinute, words, type Shape } from './shape.js';
import { firstReply, lastAgent, mailOf, userNumber, type StoryChat } from './story.js';

const utc = sortable('UTC');

function minutes(seconds: number | null): number | null {
  return seconds === null ? null : Math.floor(seconds / 60);
}

const zendeskSupport = shape('zendesk-support', [
  ['Summation column', () => 1],
  ['Id', ({ id }) => id],
  ['Requester', ({ user }) => user],
  ['Requester id', (chat) => `3600${userNumber(chat)}`],
  ['Requester email', ({ user }) => mailOf(user)],
  ['Subject', ({ id }) => `Chat ${id}, from the web`],
  ['Assignee', lastAgent],
  ['Group', () => 'Support'],
  ['Status', ({ id, end }) => (end === null ? 'Open' : id < 5015 ? 'Closed' : 'Solved')],
  ['Via', () => 'Chat'],
  ['Created at', ({ start }) => sortableMinute(start)],
  ['Assigned at', ({ assigned }) => sortableMinute(assigned)],
  ['Initially assigned at', ({ assigned }) => sortableMinute(assigned)],
  ['Solved at', ({ end }) => sortableMinute(end)],
  ['Satisfaction Score', ({ id, stars }) => words(stars, 'Good', 'Bad', id % 2 ? 'Offered' : 'Not Offered')],
  ['Group stations', () => 1],
  ['Assignee stations', ({ agents }) => agents.length],
  ['Reopens', () => 0],
  ['First reply time in minutes', (chat) => minutes(firstReply(chat))],
  ['First reply time in minutes within business hours', () => 0],
  ['Full resolution time in minutes', ({ start, end }) => minutes(between(start, end))],
  ['Requester wait time in minutes', (chat) => minutes(firstReply(chat))],
  ['Topic [list]', ({ id }) => (id % 2 === 0 ? 'delivery' : 'refund')],
]);

const freshdesk = shape('freshdesk', [
  ['Ticket ID', ({ id }) => id],
  ['Subject', ({ id }) => `Chat ${id}, from the web`],
  ['Status', ({ id, end }) => (end === null ? 'Open' : id < 5015 ? 'Closed' : 'Resolved')],
  ['Priority', () => 'Low'],
  ['Source', () => 'Chat'],
  ['Type', () => 'Question'],
  ['Agent', (chat) => lastAgent(chat) ?? 'No Agent'],
  ['Group', () => 'Support'],
  ['Created time', ({ start }) => utc(start)],
  ['Due by Time', ({ start }) => utc(start + 86_400)],
  ['Resolved time', ({ end }) => utc(end)],
  ['Closed time', ({ id, end }) => (id < 5015 ? utc(end) : null)],
  ['Last update time', ({ start, end }) => utc(end ?? start)],
  ['Initial response time', (chat) => utc(replyTime(chat))],
  ['Time tracked', () => '00:00:00'],
  ['First response time (in hrs)', (chat) => longClock(firstReply(chat))],
  ['Resolution time (in hrs)', ({ start, end }) => longClock(between(start, end))],
  ['Agent interactions', ({ id, agents }) => (agents.length === 0 ? 0 : id % 5)],
  ['Customer interactions', ({ id }) => id % 7],
  ['Resolution status', () => 'Within SLA'],
  ['First response status', () => 'Within SLA'],
  ['Tags', () => null],
  ['Survey results', ({ stars }) => survey(stars)],
  ['Contact ID', (chat) => `8200${userNumber(chat)}`],
]);

function replyTime(chat: StoryChat): number | null {
  const seconds = firstReply(chat);
  return seconds === null ? null : chat.start + seconds;
}

function survey(stars: number | null): string | null {
  return stars === null
    ? null
    : (['Extremely unhappy', 'Unhappy', 'Neutral', 'Happy', 'Extremely happy'][stars - 1] ?? null);
}

/** Made up from the names of metrics: no source shows the whole export. */
const freshchat = shape('freshchat', [
  ['Conversation ID', ({ id }) => `c0ffee-${id}`],
  ['Contact ID', (chat) => userNumber(chat)],
  ['Created at', ({ start }) => instant(start)],
  ['Resolved at', ({ end, closer }) => instant(closer === 'nobody' ? null : end)],
  ['Assigned agent', lastAgent],
  [
    'Resolved by',
    (chat) => (chat.closer === 'agent' ? lastAgent(chat) : chat.closer === 'bot' ? 'Bot' : null),
  ],
  ['First group assignment time (chrs)', ({ start, assigned }) => between(start, assigned)],
  ['First agent assignment time (chrs)', ({ start, assigned }) => between(start, assigned)],
  ['First response time (bhrs)', () => null],
  ['First response time (chrs)', firstReply],
  ['CSAT rating', ({ stars }) => stars],
]);

/** The platforms whose rows are tickets, and their messenger. */
export const ticketDesks: readonly Shape[] = [zendeskSupport, freshdesk, freshchat];
