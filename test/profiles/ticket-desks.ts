import {
  between,
  clock,
  instant,
  longClock,
  monthFirst,
  monthName,
  shape,
  shortMonthFirst,
  sortable,
  sortableMinute,
  times,
  words,
  type Shape,
} from './shape.js';
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

function transcriptStatus({ closer, end }: StoryChat): string {
  if (end === null) return 'InProgress';
  return closer === 'nobody' ? 'Missed' : 'Completed';
}

const salesforce = shape('salesforce', [
  ['Chat Key', ({ id }) => `f81d4fae-7dec-11d0-${id}`],
  ['Chat Transcript Name', ({ id }) => `0000${id}`],
  ['Contact Name', ({ user }) => user],
  ['Owner: Full Name', (chat) => lastAgent(chat) ?? (chat.id === 5009 ? 'Asha Rao' : 'Automated Process')],
  ['Status', transcriptStatus],
  ['Request Time', ({ start }) => monthFirst(start)],
  ['Start Time', ({ assigned }) => monthFirst(assigned)],
  ['End Time', ({ end }) => monthFirst(end)],
  ['Wait Time', ({ start, assigned }) => between(start, assigned)],
  ['Chat Duration (sec)', ({ assigned, end }) => assigned && between(assigned, end)],
  ['Ended By', ({ id, end }) => (end === null ? null : id % 2 === 0 ? 'Agent' : 'Visitor')],
  ['Agent Message Count', ({ id, agents }) => (agents.length === 0 ? 0 : id % 6)],
  ['Agent First Response Time (Seconds)', ({ agentReply }) => agentReply],
  ['Agent Average Response Time', ({ agentReply }) => times(agentReply, 2)],
  ['Post-Chat Rating', ({ stars }) => stars],
]);

const genesysFilters = 'Media Type: Chat; Media Type: Message; Direction: Inbound';

const genesys = shape(
  'genesys-cloud',
  [
    ['Full Export Completed', () => 'YES'],
    ['Partial Result Timestamp', () => null],
    ['Filters', () => genesysFilters],
    ['Media Type', ({ id }) => (id % 2 === 0 ? 'chat' : 'message')],
    ['Users', ({ agents }) => agents.join('; ')],
    ['Remote', ({ user }) => user],
    ['Date', ({ start }) => shortMonthFirst(start)],
    ['End Date', ({ end }) => shortMonthFirst(end)],
    ['Duration', ({ start, end }) => times(between(start, end), 1000)],
    ['Direction', () => 'Inbound'],
    ['ANI', () => null],
    ['DNIS', () => null],
    ['Queue', ({ agents }) => (agents.length === 0 ? null : 'Support')],
    ['Wrap-up', ({ agents, reason }) => (agents.length === 0 ? null : reason)],
    ['Flow', () => 'Web chat'],
    ['Conversation ID', ({ id }) => `0a1b2c3d-0000-4000-8000-00000000${id}`],
  ],
  {
    endedOnly: true,
    more: [
      {
        'Full Export Completed': 'YES',
        Filters: genesysFilters,
        'Media Type': 'voice',
        Users: 'Asha Rao',
        Remote: '+1 555 0100',
        Date: '3/9/21 11:00 AM',
        'End Date': '3/9/21 11:04 AM',
        Duration: '240500',
        Direction: 'Inbound',
        ANI: 'tel:+15550100',
        DNIS: 'tel:+15550199',
        'Conversation ID': '0a1b2c3d-0000-4000-8000-000000009001',
      },
    ],
  },
);

function lakeTime(second: number | null): string | null {
  return second === null ? null : `${String(utc(second))}.000 UTC`;
}

const connect = shape(
  'amazon-connect',
  [
    ['instance_id', () => '5e4d3c2b'],
    ['contact_id', ({ id }) => contactId(id)],
    ['initial_contact_id', ({ id }) => contactId(id)],
    ['previous_contact_id', () => null],
    ['channel', () => 'CHAT'],
    ['initiation_method', () => 'API'],
    ['initiation_timestamp', ({ start }) => lakeTime(start)],
    ['connected_to_system_timestamp', ({ start }) => lakeTime(start)],
    ['disconnect_timestamp', ({ end }) => lakeTime(end)],
    ['last_update_timestamp', ({ end }) => lakeTime(end === null ? null : end + 60)],
    ['disconnect_reason', ({ closer, id }) => disconnectReason(closer, id)],
    ['queue_name', ({ agents }) => (agents.length === 0 ? null : 'Support')],
    ['queue_duration_ms', ({ start, assigned }) => times(between(start, assigned), 1000)],
    ['agent_username', (chat) => lastAgent(chat)],
    ['agent_connected_to_agent_timestamp', ({ assigned }) => lakeTime(assigned)],
    ['customer_id', (chat) => `cust-${userNumber(chat)}`],
    ['agent_first_response_time_in_millis', ({ agentReply }) => times(agentReply, 1000)],
  ],
  {
    endedOnly: true,
    more: [
      {
        contact_id: contactId(5030),
        initial_contact_id: contactId(5030),
        channel: 'CHAT',
        initiation_method: 'API',
        initiation_timestamp: '2021-03-20 11:11:11.000 UTC',
        disconnect_timestamp: '2021-03-20 12:17:51.000 UTC',
        last_update_timestamp: '2021-03-20 12:30:00.000 UTC',
        disconnect_reason: 'AGENT_DISCONNECT',
        agent_username: 'Asha Rao',
        agent_connected_to_agent_timestamp: '2021-03-20 11:11:51.000 UTC',
        customer_id: 'cust-709',
        agent_first_response_time_in_millis: '55000',
      },
      {
        contact_id: contactId(9001),
        channel: 'VOICE',
        initiation_timestamp: '2021-03-09 11:00:00.000 UTC',
        disconnect_timestamp: '2021-03-09 11:04:00.000 UTC',
        disconnect_reason: 'CUSTOMER_DISCONNECT',
        agent_username: 'Asha Rao',
      },
    ],
  },
);

function contactId(id: number): string {
  return `9f8e7d6c-1111-4222-8333-00000000${id}`;
}

function disconnectReason(closer: StoryChat['closer'], id: number): string {
  if (closer === 'bot') return 'CONTACT_FLOW_DISCONNECT';
  return closer === 'agent' && id % 2 === 0 ? 'AGENT_DISCONNECT' : 'CUSTOMER_DISCONNECT';
}

/** The headings are those of the vendor's help, the form of the values is made up. */
const zoho = shape(
  'zoho-salesiq',
  [
    ['Thread ID', ({ id }) => `41000000${id}`],
    ['Initiated At', ({ start }) => monthName(start)],
    ['Brand', () => 'Shop'],
    ['Department', () => 'Support'],
    ['Visitor ID', (chat) => `91${userNumber(chat)}`],
    ['First Agent Attender', ({ agents }) => agents[0] ?? null],
    ['Last Agent Attender', lastAgent],
    ['First Agent Attended After', ({ start, assigned }) => clock(between(start, assigned))],
    ['First Agent Attended Time', ({ assigned }) => monthName(assigned)],
    ['Bot Picked After', ({ botReply }) => clock(botReply)],
    ['Bot Duration', (chat) => clock(between(chat.start, chat.assigned ?? chat.end))],
    ['Bot Transfer Time', ({ assigned }) => monthName(assigned)],
    ['Queue In Time', () => null],
    ['Queue Out Time', () => null],
    ['Queue Duration', () => null],
    ['Ended At', ({ end }) => monthName(end)],
    ['Rating', ({ stars }) => stars],
  ],
  { nothing: '-', endedOnly: true },
);

/** The platforms whose rows are tickets, transcripts or contacts. */
export const ticketDesks: readonly Shape[] = [
  zendeskSupport,
  freshdesk,
  freshchat,
  salesforce,
  genesys,
  connect,
  zoho,
];
