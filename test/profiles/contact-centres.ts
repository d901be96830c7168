import {
  between,
  clock,
  monthFirst,
  monthName,
  shape,
  shortMonthFirst,
  sortable,
  times,
  type Shape,
} from './shape.js';
import { lastAgent, userNumber, type StoryChat } from './story.js';

const utc = sortable('UTC');

function transcriptStatus({ closer, end }: StoryChat): string {
  if (end === null) return 'InProgress';
  return closer === 'nobody' ? 'Missed' : 'Completed';
}

function endedBy({ id, closer, end }: StoryChat): string | null {
  if (end === null) return null;
  if (closer === 'bot') return 'System';
  return closer === 'agent' && id % 2 === 0 ? 'Agent' : 'Visitor';
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
  ['Ended By', endedBy],
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

/** The platforms whose rows are transcripts, interactions or contacts. */
export const contactCentres: readonly Shape[] = [salesforce, genesys, connect, zoho];
