import { resolve } from 'node:path';
import { pathsOf } from '../engines/duckdb/files.js';
import type { Profile } from '../reading/profiles/profile.js';
import { UserError, exitCodes, wrongUse } from '../errors.js';
import type { SourceFile } from '../files/source.js';
import type { ReportOptions } from '../options/options.js';
import type { OptionName } from '../options/catalog.js';
import { kebab } from '../options/names.js';
import { oneOf } from '../options/values.js';
import { inspectFile, lookAtColumns, type ColumnLook } from '../report/inspect.js';
import { askColumns } from './ask-columns.js';
import type { Command, Surroundings } from './command.js';
import { readConfig } from './config.js';
import { checkEnding } from './endings.js';
import { reportFlags, type Arguments } from './flags.js';
import { Guard } from './guard.js';
import { inputFiles } from './inputs.js';
import { columnsSection, inspectionText, proposalsSection } from './inspection-text.js';
import { withLinkedFiles } from './linked-files.js';
import { reportOptions, textFlag } from './given.js';
import { temporaryFolder } from './temporary.js';
import { usedFiles } from './used-files.js';
import { checkWritable, writeWhole } from './write-file.js';
import { tell, tellJson } from './tell.js';

/** Options that change figures alone, of which this command tells none. */
const ofFigures: readonly OptionName[] = [
  ...(['period', 'weekStart', 'businessHours', 'holidays', 'timeoutReasons', 'responseTarget'] as const),
  ...(['edgeDays', 'shiftGap', 'smallN', 'compare', 'created', 'csatSatisfied'] as const),
  ...(['agent', 'closingReason', 'weekday', 'halfHour'] as const),
];

export const inspectCommand: Command = {
  name: 'inspect',
  usage: 'chat-metrics inspect [FILE] [--format text|json] [options]',
  summary: 'Say how a file is understood: columns, dates, missing values, data quality.',
  flags: [
    { name: 'format', placeholder: 'text|json', default: 'text', meaning: 'For people or for programs.' },
    {
      name: 'save-profile',
      placeholder: 'FILE.json',
      meaning:
        'Save the way in which the file is read as a profile of your own, to change and to use with --profile.',
    },
    {
      name: 'map-interactively',
      meaning: 'Ask, in a terminal, which columns hold the fields that no heading tells.',
    },
    { name: 'config', placeholder: 'FILE', meaning: 'Options from a JSON file, as for report.' },
    ...reportFlags,
  ],
  unheeded: ofFigures.map(kebab),
  run: runInspect,
};

async function runInspect(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { folder, stdout } = surroundings;
  const format = oneOf(['text', 'json'])(args.values['format'] ?? 'text', '--format');
  const { format: _ignored, ...config } = await readConfig(textFlag(args, 'config'), folder);
  const given = { ...config, ...args.values };
  const chosen = reportOptions((await withLinkedFiles(given, folder)).given, args);
  const { files } = await inputFiles(args.positionals, surroundings);
  const [file, ...more] = files;
  if (!file || more.length > 0)
    throw wrongUse('one_file', '"inspect" looks at one file at a time.', 'Name one file.');
  const place = textFlag(args, 'save-profile');
  const saveTo = place === undefined ? null : resolve(folder, place);
  const written = saveTo === null ? [] : [{ label: '--save-profile', flag: '--save-profile', path: saveTo }];
  const guard = new Guard(await usedFiles(args, given, [file], folder), written);
  if (saveTo !== null) await checkWritable(saveTo);
  await guard.check();
  if (place !== undefined) checkEnding(place, '--save-profile', ['json']);
  const options =
    args.values['map-interactively'] === true ? await askedOptions(file, chosen, surroundings) : chosen;
  try {
    const { openDuckDb } = await import('../engines/duckdb/duckdb-engine.js');
    const engine = await openDuckDb({
      temporaryFolder: temporaryFolder(),
      files: pathsOf([file]),
    });
    const inspection = await inspectFile(file, options, engine);
    if (saveTo !== null) await saveProfile(inspection.profile, saveTo, guard.before);
    if (format === 'json') tellJson(stdout, inspection);
    else tell(stdout, inspectionText(inspection));
  } catch (error) {
    if (format === 'text' && error instanceof UserError && error.code === 'missing_column')
      tell(stdout, columnsText(await lookAtColumns(file, { ...options, map: {} })));
    throw error;
  }
  return exitCodes.done;
}

/** The options with the columns that the user has named when asked. */
async function askedOptions(
  file: SourceFile,
  options: ReportOptions,
  surroundings: Surroundings,
): Promise<ReportOptions> {
  const asked = await askColumns(await lookAtColumns(file, options), surroundings);
  return { ...options, map: { ...asked, ...options.map } };
}

/** What is known of a file of which no report can be made. */
function columnsText({ columns, proposals }: ColumnLook): string {
  return `${columnsSection(columns)}\n\n${proposalsSection(proposals)}\n\n`;
}

async function saveProfile(profile: Profile, path: string, check: Guard['before']): Promise<void> {
  await writeWhole(path, [`${JSON.stringify(profile, null, 2)}\n`], { flag: '--save-profile', check });
}
