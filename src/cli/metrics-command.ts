import { exitCodes, wrongUse } from '../errors.js';
import { catalog, tableIds } from '../metrics/catalog.js';
import type { Metric } from '../metrics/metric.js';
import { headingOf, meaningOf, wordingOf, type Wording } from '../metrics/wording.js';
import { optionNames, type OptionName } from '../options/catalog.js';
import { kebab } from '../options/names.js';
import { oneOf } from '../options/values.js';
import { reportedOptions } from '../options/options.js';
import type { Command, Surroundings } from './command.js';
import { readConfig } from './config.js';
import { reportFlags, type Arguments } from './flags.js';
import { reportOptions, textFlag } from './given.js';
import { wrapped } from './text-table.js';
import { tell, tellJson } from './tell.js';

/** The options that the texts name. */
const inWording: readonly OptionName[] = [
  ...(['bots', 'timeoutReasons', 'csatScale', 'csatSatisfied'] as const),
  ...(['responseTarget', 'shiftGap', 'businessHours', 'holidays'] as const),
];

export const metricsCommand: Command = {
  name: 'metrics',
  usage: 'chat-metrics metrics [--format text|json] [options]',
  summary: 'Say what every figure of a report means.',
  flags: [
    { name: 'format', placeholder: 'text|json', default: 'text', meaning: 'For people or for programs.' },
    { name: 'config', placeholder: 'FILE', meaning: 'Options from a JSON file, as for report.' },
    ...reportFlags,
  ],
  unheeded: optionNames.filter((name) => !inWording.includes(name)).map(kebab),
  run: runMetrics,
};

async function runMetrics(args: Arguments, { folder, stdout }: Surroundings): Promise<number> {
  const [unwanted] = args.positionals;
  if (unwanted !== undefined)
    throw wrongUse(
      'unwanted_argument',
      `"metrics" takes no "${unwanted}".`,
      'It says what figures mean; to make them: chat-metrics report FILE.csv',
    );
  const format = oneOf(['text', 'json'])(args.values['format'] ?? 'text', '--format');
  const given = { ...(await readConfig(textFlag(args, 'config'), folder)), ...args.values };
  const wording = wordingOf(reportedOptions(reportOptions(given, args)));
  if (format === 'json') tellJson(stdout, definitions(wording));
  else tell(stdout, definitionsText(wording));
  return exitCodes.done;
}

function definitions(wording: Wording): unknown[] {
  return tableIds.map((id) => ({
    table: id,
    title: catalog[id].title,
    grain: catalog[id].grain,
    columns: catalog[id].columns.map((column) => definition(column, wording)),
  }));
}

function definition(metric: Metric, wording: Wording): Record<string, string> {
  return {
    id: metric.id,
    heading: headingOf(metric, wording),
    unit: metric.unit,
    meaning: meaningOf(metric, wording),
  };
}

function definitionsText(wording: Wording): string {
  return tableIds.map((id) => `${tableText(id, wording)}\n`).join('\n');
}

function tableText(id: keyof typeof catalog, wording: Wording): string {
  const { title, grain, columns } = catalog[id];
  const lines = columns.map((column) => {
    return `  ${headingOf(column, wording)}  [${column.id}, ${column.unit}]\n      ${wrapped(meaningOf(column, wording), 96, '      ')}`;
  });
  return [`${title}  (${id})`, `  ${grain}`, '', ...lines].join('\n');
}
