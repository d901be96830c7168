/** What a run has to make outputs of. */
export type Ingredient = 'report' | 'chats' | 'rejected' | 'plan';

/** What a report can be written as. */
export interface Output {
  /** What the names of its files end in, the usual ending first; of several files, those of each. */
  endings: readonly string[];
  mediaType: string;
  takes: readonly Ingredient[];
  /** It is several files: a folder of the command line, a zip on the page. */
  isFolder: boolean;
  /** It is no text, and not for a terminal. */
  isBinary: boolean;
  /** What the menu of the page calls it, and says of it. */
  label: string;
  say: string;
  /** What its file is called, behind the name of the report where it is made of one. */
  suffix: string;
}

const text = { isFolder: false, isBinary: false, suffix: '' } as const;
const csv = { ...text, endings: ['csv'], mediaType: 'text/csv;charset=utf-8' } as const;
const json = { ...text, endings: ['json'], mediaType: 'application/json' } as const;
const workbook = {
  endings: ['xlsx'],
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  isFolder: false,
  isBinary: true,
} as const;

const entries = {
  xlsx: {
    ...workbook,
    takes: ['report'],
    label: 'Excel workbook',
    say: 'every figure, with charts',
    suffix: '',
  },
  'xlsx-with-chats': {
    ...workbook,
    takes: ['report', 'chats'],
    label: 'Excel workbook with every chat',
    say: 'a row for each chat, on sheets of their own',
    suffix: '-with-chats',
  },
  html: {
    ...text,
    endings: ['html', 'htm'],
    mediaType: 'text/html;charset=utf-8',
    takes: ['report'],
    label: 'HTML report',
    say: 'one file to read, send and print',
  },
  csv: {
    ...csv,
    takes: ['report'],
    isFolder: true,
    label: 'CSV tables',
    say: 'all tables in one zip',
    suffix: '-csv',
  },
  'csv-with-chats': {
    ...csv,
    takes: ['report', 'chats'],
    isFolder: true,
    label: 'CSV tables with every chat',
    say: 'all tables and a row for each chat in one zip',
    suffix: '-csv-with-chats',
  },
  chats: {
    ...csv,
    takes: ['report', 'chats'],
    label: 'Every chat as CSV',
    say: 'with what was worked out for each',
    suffix: '-chats',
  },
  json: {
    ...json,
    takes: ['report'],
    label: 'JSON',
    say: 'every figure with full precision',
  },
  rejects: {
    ...csv,
    takes: ['rejected'],
    label: 'Rejected rows',
    say: 'with the reason',
    suffix: 'rejected-rows',
  },
  profile: {
    ...json,
    takes: ['plan'],
    label: 'How the columns are read',
    say: 'a profile for the command line',
    suffix: 'chat-metrics.profile',
  },
} as const satisfies Record<string, Output>;

export type OutputId = keyof typeof entries;

/** Every output there is: the command line, the page and the library take them from here; `write.ts` writes them. */
export const outputs: Readonly<Record<OutputId, Output>> = entries;

/** Does the output take that? */
export function takes(id: OutputId, ingredient: Ingredient): boolean {
  return outputs[id].takes.includes(ingredient);
}

/** What `--format` names: each may be asked for with a row per chat, if it has room for them. */
export const formats = ['xlsx', 'html', 'json', 'csv', 'chats'] as const satisfies readonly OutputId[];
export type Format = (typeof formats)[number];

/** The output of a format, with a row per chat where that is wanted; null where it has no room for them. */
export function outputOf(
  format: Format,
  withChats: boolean,
): Format | 'xlsx-with-chats' | 'csv-with-chats' | null {
  if (!withChats || takes(format, 'chats')) return format;
  return format === 'xlsx' || format === 'csv' ? `${format}-with-chats` : null;
}

/** What the menu of the page offers beside the workbook. */
export const menuOutputs = [
  'xlsx-with-chats',
  'html',
  'csv',
  'chats',
  'json',
] as const satisfies readonly OutputId[];
