import { resolve } from 'node:path';
import { openDuckDb } from '../engines/duckdb/duckdb-engine.js';
import { UserError, exitCodes, wrongUse } from '../errors.js';
import { optionNames, type OptionName } from '../options/catalog.js';
import { kebab } from '../options/names.js';
import { parseOptions, type ReportOptions } from '../options/options.js';
import { oneOf, text } from '../options/values.js';
import { makeReport } from '../report/generate.js';
import type { Report } from '../report/report.js';
import type { Command, Surroundings } from './command.js';
import { configName, readConfig, type Config } from './config.js';
import { reportFlags, type Arguments, type Flag } from './flags.js';
import { inputFiles } from './inputs.js';
import { checkOutput, formats, formatOf, toStandardOutput, writeReport, type Output } from './output.js';
import { startProgress } from './progress.js';
import { rejectsFile } from './rejects.js';
import { summaryText } from './summary.js';
import { temporaryFolder } from './temporary.js';

const outputFlags: readonly Flag[] = [
  {
    name: 'output',
    short: 'o',
    placeholder: 'PATH',
    meaning:
      'Where the report goes; - is standard output (default: generated_report.xlsx; json: standard output; csv: a folder, needed).',
  },
  {
    name: 'format',
    placeholder: formats.join('|'),
    meaning: 'What to write (default: by the ending of the output, else xlsx).',
  },
  {
    name: 'rejects',
    placeholder: 'FILE.csv',
    meaning: 'Save every rejected row with its file, line and reason.',
  },
  { name: 'strict', meaning: 'Write no report, and end with code 4, when a row is rejected.' },
  {
    name: 'config',
    placeholder: 'FILE',
    meaning: `Options from a JSON file (default: ${configName}, if there is one). The command line goes first.`,
  },
  { name: 'quiet', short: 'q', meaning: 'Print no summary and no progress.' },
  { name: 'verbose', short: 'v', meaning: 'Print each step and when it began.' },
];

export const reportCommand: Command = {
  name: 'report',
  usage: 'chat-metrics report [FILE...] [options]',
  summary: 'Make a report of chat exports (default: data_dump.csv of this folder).',
  flags: [...outputFlags, ...reportFlags],
  run: runReport,
};

async function runReport(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { folder } = surroundings;
  const config = await readConfig(textFlag(args, 'config'), folder);
  const given: Config = { ...config, ...args.values };
  const options = reportOptions(given, args);
  const output = outputOf(given, folder);
  await checkOutput(output, surroundings);
  const files = await inputFiles(args.positionals, folder);
  checkNotAnInput(
    output,
    files.map((file) => file.path ?? ''),
  );
  const report = await make(files, options, given, args, surroundings);
  if (args.values['quiet'] !== true)
    messageStream(output, surroundings).write(`${summaryText(report, performance.now())}\n`);
  if (given['strict'] === true && report.data_quality.rows_rejected > 0) throw strictError(report);
  await writeReport(report, output, surroundings);
  if (output.path !== toStandardOutput && args.values['quiet'] !== true)
    surroundings.stdout.write(`\nWritten: ${output.path}\n`);
  return exitCodes.done;
}

/** Standard output holds the report alone when the report goes there. */
function messageStream(output: Output, { stdout, stderr }: Surroundings): NodeJS.WriteStream {
  return output.path === toStandardOutput ? stderr : stdout;
}

async function make(
  files: Awaited<ReturnType<typeof inputFiles>>,
  options: ReportOptions,
  given: Config,
  args: Arguments,
  { folder, stderr }: Surroundings,
): Promise<Report> {
  const engine = await openDuckDb({ temporaryFolder: temporaryFolder() });
  const progress = startProgress({
    stream: stderr,
    isQuiet: args.values['quiet'] === true,
    isVerbose: args.values['verbose'] === true,
    percent: () => engine.progress(),
  });
  const rejects =
    given['rejects'] === undefined ? null : rejectsFile(resolve(folder, text(given['rejects'], '--rejects')));
  try {
    const report = await makeReport(files, options, {
      engine,
      onStep: progress.step,
      onRejected: rejects?.add,
      timezoneRules: process.versions.tz,
    });
    await rejects?.finish();
    return report;
  } finally {
    progress.stop();
  }
}

/** The options of the configuration and the command line together; messages name the one that a value came from. */
export function reportOptions(given: Config, args: Arguments): ReportOptions {
  const spec = Object.fromEntries(
    optionNames.map((name) => [name, given[kebab(name)]]).filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;
  const label = (name: OptionName): string =>
    args.values[kebab(name)] !== undefined || spec[name] === undefined
      ? `--${kebab(name)}`
      : `"${kebab(name)}" in the configuration`;
  return parseOptions(spec, label);
}

function outputOf(given: Config, folder: string): Output {
  const path = given['output'] === undefined ? undefined : text(given['output'], '--output');
  const format = given['format'] === undefined ? formatOf(path) : oneOf(formats)(given['format'], '--format');
  if (path === undefined && format === 'csv') {
    throw wrongUse(
      'output_needed',
      '--format csv writes one file per table and needs a folder.',
      'Name it: -o FOLDER',
    );
  }
  const isStandard = path === '-' || (path === undefined && format === 'json');
  if (isStandard && format === 'csv') {
    throw wrongUse(
      'csv_needs_folder',
      '--format csv writes several files: they cannot go to standard output.',
      'Name a folder: -o FOLDER',
    );
  }
  return { format, path: isStandard ? toStandardOutput : resolve(folder, path ?? 'generated_report.xlsx') };
}

function checkNotAnInput(output: Output, inputs: readonly string[]): void {
  if (output.path === toStandardOutput || !inputs.includes(output.path)) return;
  throw wrongUse(
    'output_is_input',
    `The report would overwrite its input ${output.path}.`,
    'Name another place with -o.',
  );
}

function strictError(report: Report): UserError {
  return new UserError({
    code: 'rows_rejected',
    message: `${report.data_quality.rows_rejected.toLocaleString('en-US')} rows were rejected, so --strict wrote no report.`,
    hint: 'See them with --rejects FILE.csv, mend them, or leave out --strict.',
    exitCode: exitCodes.rowsRejected,
  });
}

export function textFlag(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}
