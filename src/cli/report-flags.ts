import { engineFlags } from './engine-flags.js';
import { reportFlags, type Flag } from './flags.js';
import { rangeFlags } from './range-flags.js';
import { limitFlags } from './limit-flags.js';
import { formats } from '../outputs/outputs.js';

/** The configuration file that is read when none is named. */
export const configName = 'chat-metrics.config.json';

const outputFlags: readonly Flag[] = [
  {
    name: 'output',
    short: 'o',
    placeholder: 'PATH',
    meaning:
      'Where the report goes, such as "report-{from}-{to}.xlsx" with its first and last day; - is standard output (default: generated_report.xlsx; html: generated_report.html; json and chats: standard output; csv: a folder, needed).',
  },
  {
    name: 'format',
    placeholder: formats.join('|'),
    meaning:
      'What to write; csv: a folder of tables, chats: a row per chat as CSV (default: by the ending of the output, else xlsx).',
  },
  {
    name: 'rejects',
    placeholder: 'FILE.csv',
    meaning: 'Save every rejected row with its file, line and reason.',
  },
  {
    name: 'with-chats',
    meaning:
      'Add a row per chat: sheets Chats, Chats 2 ... of the workbook, or chats.csv; not with --format html or json.',
  },
  {
    name: 'full-paths',
    meaning: 'Name files in the report with their folders, as they were named.',
  },
  {
    name: 'csv-bom',
    meaning: 'Begin CSV files with a byte-order mark, so that Excel shows the letters of every language.',
  },
  {
    name: 'cache',
    placeholder: 'FILE.duckdb',
    meaning:
      'Keep what is read in this file, so that later runs read only files that are new or changed; it is made where there is none.',
  },
  { name: 'strict', meaning: 'Write no report, and end with code 4, when a row is rejected.' },
  {
    name: 'config',
    isKey: false,
    placeholder: 'FILE',
    meaning: `Options from a JSON file (default: ${configName}, if there is one). The command line goes first.`,
  },
  { name: 'quiet', short: 'q', meaning: 'Print no summary and no progress.' },
  {
    name: 'verbose',
    short: 'v',
    meaning: 'Print each step, with the time of day and the seconds since the start.',
  },
];

/** Every flag of `report`. */
export const flagsOfReport: readonly Flag[] = [
  ...outputFlags,
  ...rangeFlags,
  ...limitFlags,
  ...engineFlags,
  ...reportFlags,
];

/** Keys of a configuration that are no flags. */
export const extraKeys = {
  $schema: { description: 'Where the JSON Schema of configurations is, for editors.', type: 'string' },
  files: {
    description: 'The files to report on where the command line names none: paths, folders, patterns.',
    type: ['string', 'array'],
    items: { type: 'string' },
  },
} as const;

/** Those that a configuration file may set, by the same names. */
export const configKeys: readonly string[] = [
  ...reportFlags,
  ...outputFlags,
  ...rangeFlags,
  ...limitFlags,
  ...engineFlags,
]
  .filter(({ isKey = true }) => isKey)
  .map(({ name }) => name);
