import { businessHours, halfHourList, weekdayList } from './business-hours.js';
import { calendarDay, comparedRange, rangeBound } from './dates.js';
import { calendarDays, option, optional, orNone, profileChoice, weekStart } from './option.js';
import {
  delimiterText,
  durationSeconds,
  fieldMap,
  finiteNumber,
  list,
  oneOf,
  repeated,
  scale,
  timeZone,
  wholeNumber,
} from './values.js';

/** Every option of a report, each once: the command line, the configuration file, the library and the README come from here. */
export const optionCatalog = {
  period: option({
    placeholder: 'day|week|month',
    default: 'week',
    meaning: 'Length of the periods that chats are counted by.',
    parse: oneOf(['day', 'week', 'month']),
  }),
  weekStart: option({
    placeholder: 'DAY',
    default: 'monday',
    meaning: 'First day of the week.',
    parse: weekStart,
  }),
  from: option({
    placeholder: 'DATE',
    default: undefined,
    meaning: 'Only chats that start at or after this date or time.',
    parse: optional(rangeBound),
  }),
  to: option({
    placeholder: 'DATE',
    default: undefined,
    meaning: 'Only chats that start before this date or time (the day itself is not included).',
    parse: optional(rangeBound),
  }),
  businessHours: option({
    placeholder: 'HOURS',
    default: '10:00-17:00',
    meaning:
      'Business hours: every day, or by day as "mon-fri 9:00-18:00; sat 10:00-14:00"; several ranges as 9:00-12:00,13:00-17:00.',
    parse: businessHours,
  }),
  holidays: option({
    placeholder: 'DATES',
    default: [],
    meaning: 'Days without business hours, as 2026-12-25,2026-12-26, or a calendar: holidays.ics.',
    parse: orNone(calendarDays),
  }),
  bots: option({
    placeholder: 'NAMES',
    default: ['System', 'Bot'],
    meaning: 'Closers that are bots, in any case; every other closer is an agent.',
    parse: list,
  }),
  nobody: option({
    placeholder: 'NAMES',
    default: undefined,
    meaning:
      'Closers that stand for nobody: their chats are open (default: Unassigned, No agent, Nobody and their like in ten languages; names in --bots stay bots; - for none).',
    parse: optional(list),
  }),
  openStatus: option({
    placeholder: 'WORDS',
    default: undefined,
    meaning:
      'Words in a column of statuses that say a chat is open, whoever is named as its closer (default: open, new, pending and their like in ten languages; - for none).',
    parse: optional(list),
  }),
  csatScale: option({
    placeholder: 'LOW-HIGH',
    default: '1-5',
    meaning: 'Scale of the ratings; a rating outside it is not counted.',
    parse: scale,
  }),
  csatSatisfied: option({
    placeholder: 'RATING',
    default: undefined,
    meaning: 'The lowest rating that says "satisfied" (4 on the scale 1-5; needed with another scale).',
    parse: optional(finiteNumber),
  }),
  timeoutReasons: option({
    placeholder: 'REASONS',
    default: ['Closing inactive room'],
    meaning: 'Closing reasons that mean a time-out, not an answer by the bot.',
    parse: list,
  }),
  responseTarget: option({
    placeholder: 'TIME',
    default: '30s',
    meaning: 'Target for the first response of an agent.',
    parse: durationSeconds,
  }),
  edgeDays: option({
    placeholder: 'auto|keep',
    default: 'auto',
    meaning:
      'Whether averages per day and per weekday leave out a first or last day that the data covers only in part.',
    parse: oneOf(['auto', 'keep']),
  }),
  shiftGap: option({
    placeholder: 'TIME',
    default: '10h',
    meaning: 'A longer time without a chat ends the shift of an agent.',
    parse: durationSeconds,
  }),
  smallN: option({
    placeholder: 'NUMBER',
    default: 5,
    meaning:
      'Figures that rest on fewer ratings or chats than this are shown in grey and left out of charts and findings.',
    parse: wholeNumber,
  }),
  compare: option({
    placeholder: 'previous|FROM..TO',
    default: undefined,
    meaning:
      'Set the figures beside those of another range: the one as long just before, or dates as 2021-01-01..2021-02-01 (the last day is not included).',
    parse: optional(comparedRange),
  }),
  created: option({
    placeholder: 'DATE',
    default: undefined,
    meaning: 'Date that the workbook says it was made on (default: the end of the range).',
    parse: optional(calendarDay),
  }),
  dateOrder: option({
    placeholder: 'dmy|mdy|ymd',
    default: undefined,
    meaning: 'Order of day, month and year in the file (default: found from all dates of the file).',
    parse: optional(oneOf(['dmy', 'mdy', 'ymd'])),
  }),
  sourceTimezone: option({
    placeholder: 'ZONE',
    default: undefined,
    meaning:
      'Time zone in which the file was written, such as Europe/London (default: times are taken as written).',
    parse: optional(timeZone),
  }),
  timezone: option({
    placeholder: 'ZONE',
    default: undefined,
    meaning: 'Time zone of the report (default: the zone of the file).',
    parse: optional(timeZone),
  }),
  agent: option({
    placeholder: 'NAME',
    default: [],
    meaning: 'Only chats that this agent closed. Can be repeated.',
    parse: repeated,
    isRepeatable: true,
  }),
  closingReason: option({
    placeholder: 'REASON',
    default: [],
    meaning: 'Only chats closed for this reason. Can be repeated.',
    parse: repeated,
    isRepeatable: true,
  }),
  weekday: option({
    placeholder: 'DAYS',
    default: [],
    meaning: 'Only chats that start on these days of the week, as saturday,sunday.',
    parse: orNone(weekdayList),
  }),
  halfHour: option({
    placeholder: 'TIMES',
    default: [],
    meaning: 'Only chats that start in these half hours of the day, as 09:30,10:00.',
    parse: orNone(halfHourList),
  }),
  profile: option({
    placeholder: 'NAME|FILE.json',
    default: undefined,
    meaning: 'Platform that the export is from, or a profile of your own (default: the one that fits best).',
    parse: optional(profileChoice),
  }),
  sheet: option({
    placeholder: 'NAME',
    default: [],
    meaning:
      'Sheets of a workbook to read, as Chats or "2021-*" (default: all that have the headings of the first with chats). Can be repeated.',
    parse: repeated,
    isRepeatable: true,
  }),
  delimiter: option({
    placeholder: 'TEXT',
    default: undefined,
    meaning:
      'What stands between the fields of a CSV file, as "^", "|;|", tab or U+0001 (default: what fits best).',
    parse: optional(delimiterText),
  }),
  rows: option({
    placeholder: 'chat|leg',
    default: undefined,
    meaning:
      'Whether each row is a chat, or rows of one id are the parts of one: first start, last end, last agent (default: found from the first rows).',
    parse: optional(oneOf(['chat', 'leg'])),
  }),
  idScope: option({
    placeholder: 'all|file',
    default: 'all',
    meaning: 'Whether one id in several files is one chat, or each file counts its ids on its own.',
    parse: oneOf(['all', 'file']),
  }),
  unit: option({
    placeholder: 'FIELD=UNIT',
    default: {},
    meaning:
      'Unit of a duration, as agent_first_response_seconds=milliseconds: milliseconds, seconds, minutes, hours or days; of times such as 01:19, mm:ss or hh:mm. Can be repeated.',
    parse: fieldMap,
    isRepeatable: true,
  }),
  decimal: option({
    placeholder: 'point|comma',
    default: undefined,
    meaning:
      'What stands before the fraction of durations and ratings; the other one may stand between thousands (default: found from the values).',
    parse: optional(oneOf(['point', 'comma'])),
  }),
  excelSwap: option({
    placeholder: 'auto|off',
    default: 'auto',
    meaning: 'Whether dates are repaired whose day and month Excel has swapped.',
    parse: oneOf(['auto', 'off']),
  }),
  map: option({
    placeholder: 'FIELD=HEADING',
    default: {},
    meaning:
      'Which column holds a field, as started_at="Chat Start", or which two a date and its time: started_at="Date"+"Time". Can be repeated.',
    parse: fieldMap,
    isRepeatable: true,
  }),
};

export type OptionName = keyof typeof optionCatalog;

export const optionNames = Object.keys(optionCatalog) as OptionName[];
