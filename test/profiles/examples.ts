import { contactCentres } from './contact-centres.js';
import { liveChats } from './live-chats.js';
import { messengers } from './messengers.js';
import { csvLine, rendered, type Shape } from './shape.js';
import { ticketDesks } from './ticket-desks.js';

/** How each platform that exports chats tells the story. */
export const shapes: readonly Shape[] = [...messengers, ...liveChats, ...ticketDesks, ...contactCentres];

const chatwootReports = [
  csvLine(['Reporting period 2021-03-08 to 2021-03-21']),
  '\n',
  csvLine([
    'Agent name',
    'Assigned conversations',
    'Avg first response time',
    'Avg resolution time',
    'Online time',
    'Busy time',
  ]),
  csvLine(['Asha Rao', '9', '1 minute 40 seconds', '26 minutes', '61 hours', '3 hours']),
  '\n',
  csvLine(['Bruno Díaz', '6', '45 seconds', '12 minutes', '58 hours', '2 hours']),
  '\n',
  csvLine(["Kate O'Neil", '6', '50 seconds', '20 minutes', '40 hours', '1 hour']),
].join('');

const zendeskAgents = [
  csvLine([
    'First Name',
    'Last Name',
    'Email',
    'Enabled',
    'Start Time (UTC+0)',
    'End Time (UTC+0)',
    'Assigned Chats',
    'Accepted Chats',
    'Completed Chats',
    'Dropped Chats',
    'Missed Chats',
    'Visitor Initiated',
  ]),
  csvLine([
    'Asha',
    'Rao',
    'asha.rao@example.com',
    'Yes',
    '2021-03-08',
    '2021-03-21',
    '9',
    '9',
    '9',
    '0',
    '0',
    '9',
  ]),
  csvLine([
    'Bruno',
    'Díaz',
    'bruno.diaz@example.com',
    'Yes',
    '2021-03-08',
    '2021-03-21',
    '7',
    '6',
    '6',
    '1',
    '0',
    '7',
  ]),
].join('');

const helpscoutTotals = [
  csvLine([
    'startDate',
    'endDate',
    'chatConversations',
    'completedChats',
    'missedChats',
    'waitTime',
    'duration',
  ]),
  csvLine(['2021-03-08T00:00:00Z', '2021-03-15T00:00:00Z', '21', '20', '1', '38.5', '1090']),
  csvLine(['2021-03-15T00:00:00Z', '2021-03-22T00:00:00Z', '11', '7', '2', '36', '1420']),
].join('');

/** Files that hold totals, by profile. */
export const totals: Readonly<Record<string, string>> = {
  'chatwoot-reports': chatwootReports,
  'zendesk-agents': zendeskAgents,
  'helpscout-totals': helpscoutTotals,
};

/** Every example export, by the name of its profile. */
export const examples: Readonly<Record<string, string>> = {
  ...Object.fromEntries(shapes.map((shape) => [shape.profile, rendered(shape)])),
  ...totals,
};
