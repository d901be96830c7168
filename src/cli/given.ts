import { optionNames, type OptionName } from '../options/catalog.js';
import { kebab } from '../options/names.js';
import { parseOptions, type ReportOptions } from '../options/options.js';
import { badValue } from '../options/values.js';
import type { Config } from './config.js';
import type { Arguments } from './flags.js';

/** What a user gave, on the command line or in the configuration, and how messages name it. */
export interface Given {
  label: (name: string) => string;
  /** Undefined where it was not given. */
  read: <T>(name: string, parse: (value: unknown, label: string) => T) => T | undefined;
  /** Whether a flag without a value is on. */
  isOn: (name: string) => boolean;
}

/** Reads the configuration and the command line together; the command line goes first. */
export function givenBy(given: Config, args: Arguments): Given {
  const label = labelOf(given, args);
  const read: Given['read'] = (name, parse) =>
    given[name] === undefined ? undefined : parse(given[name], label(name));
  return { label, read, isOn: (name) => read(name, yesOrNo) ?? false };
}

/** A flag is named after where its value came from; as a flag where it was not given. */
function labelOf(given: Config, args: Arguments): Given['label'] {
  return (name) =>
    args.values[name] === undefined && given[name] !== undefined
      ? `"${name}" in the configuration`
      : `--${name}`;
}

function yesOrNo(value: unknown, label: string): boolean {
  if (typeof value === 'boolean') return value;
  throw badValue(label, value, 'true, false.');
}

/** The options of the configuration and the command line together; messages name the one that a value came from. */
export function reportOptions(given: Config, args: Arguments): ReportOptions {
  const spec = Object.fromEntries(
    optionNames.map((name) => [name, given[kebab(name)]]).filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;
  const label = labelOf(given, args);
  return parseOptions(spec, (name: OptionName) => label(kebab(name)));
}

/** The text of a flag; undefined where it was not given. */
export function textFlag(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}
