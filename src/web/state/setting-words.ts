import { chatFields } from '../../chats/columns.js';
import type { OptionName } from '../../options/catalog.js';
import type { MentionWords } from '../../options/mention.js';
import { fieldWords } from '../../chats/field-words.js';
import { orderNames } from './date-readings.js';

/** How the page calls every setting and filter. */
export const settingLabels: Record<OptionName, string> = {
  period: 'Period',
  weekStart: 'Week starts on',
  from: 'From',
  to: 'To (not included)',
  compare: 'Compare with',
  businessHours: 'Business hours',
  holidays: 'Holidays',
  sourceTimezone: 'Time zone of the file',
  timezone: 'Time zone of the report',
  bots: 'Bots',
  nobody: 'Nobody',
  openStatus: 'Open by status',
  timeoutReasons: 'Time-out reasons',
  csatScale: 'CSAT scale',
  csatSatisfied: 'Satisfied from',
  responseTarget: 'Response target',
  edgeDays: 'Days at the edge',
  shiftGap: 'Shift gap',
  smallN: 'Small n',
  created: 'Created',
  agent: 'Agent',
  closingReason: 'Closing reason',
  weekday: 'Weekday',
  halfHour: 'Half hour',
  dateOrder: 'Order of dates',
  decimal: 'Sign before fractions',
  excelSwap: 'Put right dates that Excel has swapped',
  profile: 'Platform',
  sheet: 'Sheets',
  delimiter: 'Between fields',
  rows: 'Rows',
  idScope: 'Ids count in',
  unit: 'Unit',
  map: 'Used as',
};

/** Settings that stand where the columns of the file are, not beside the report. */
const besideColumns: readonly string[] = [
  'dateOrder',
  'decimal',
  'excelSwap',
  'profile',
  'sheet',
  'delimiter',
  'rows',
  'idScope',
  'unit',
  'map',
];

/** How messages on the page name what the command line calls a flag. */
export const asSetting: MentionWords = (name, value) => {
  if (name === 'format') return '“More downloads”';
  const place = besideColumns.includes(name) ? ' in “Columns and dates”' : '';
  return `“${labelled(name, value)}”${place}`;
};

/** What stands for something that the user has to say. */
const placeholders: readonly string[] = ['NAME', 'FROM..TO', 'UNIT'];

function labelled(name: string, value: string | null): string {
  const label = settingLabels[name as OptionName];
  if (value === null || placeholders.includes(value)) return label;
  const [field, ofField = ''] = value.split('=', 2);
  const known = chatFields.find((one) => one === field);
  if (known === undefined) return `${label}: ${valueWords(name, value)}`;
  if (name === 'unit')
    return `${fieldWords[known].name} is in${placeholders.includes(ofField) ? '' : `: ${ofField}`}`;
  return `${label}: ${fieldWords[known].name}`;
}

function valueWords(name: string, value: string): string {
  const order =
    name === 'dateOrder' && value in orderNames ? orderNames[value as keyof typeof orderNames] : null;
  return order?.toLowerCase() ?? value;
}
