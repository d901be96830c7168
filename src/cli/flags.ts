import { parseArgs } from 'node:util';
import { wrongUse } from '../errors.js';
import { optionCatalog, optionNames } from '../options/catalog.js';
import { didYouMean, kebab } from '../options/names.js';

/** One flag of a command. */
export interface Flag {
  /** Its long name, without dashes. */
  name: string;
  short?: string;
  /** What its value is called in help texts; absent for a flag without a value. */
  placeholder?: string;
  isRepeatable?: boolean;
  /** Whether a configuration file may set it; it may, unless this says no. */
  isKey?: boolean;
  default?: string;
  meaning: string;
}

/** What a command line says: flags by name, and everything that is no flag. */
export interface Arguments {
  values: Record<string, string | true | string[]>;
  positionals: string[];
}

/** The flags of the option catalog: the choices of a report. */
export const reportFlags: readonly Flag[] = optionNames.map((name) => {
  const option = optionCatalog[name];
  return {
    name: kebab(name),
    placeholder: option.placeholder,
    isRepeatable: 'isRepeatable' in option && option.isRepeatable === true,
    default: defaultText(option.default),
    meaning: option.meaning,
  };
});

function defaultText(value: unknown): string | undefined {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return undefined;
  return (Array.isArray(value) ? value : [value]).map(String).join(',');
}

/**
 * Reads the arguments of a command.
 * @throws UserError for a flag that the command does not have, a missing value, or a flag given twice.
 */
export function readArguments(command: string, flags: readonly Flag[], args: readonly string[]): Arguments {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(flags.map((flag) => [flag.name, parseArgsOption(flag)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values: Arguments['values'] = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flag = flagOf(token.rawName, token.name, command, flags);
    if (token.inlineValue === false) checkNotAFlag(flag, token.value);
    addValue(values, flag, token.value);
  }
  return { values, positionals };
}

function parseArgsOption(flag: Flag): { type: 'string' | 'boolean'; short?: string } {
  return { type: flag.placeholder ? 'string' : 'boolean', ...(flag.short ? { short: flag.short } : {}) };
}

function flagOf(written: string, name: string, command: string, flags: readonly Flag[]): Flag {
  const flag = flags.find((candidate) => candidate.name === name);
  if (flag) return flag;
  const names = written.startsWith('--') ? flags.map((candidate) => `--${candidate.name}`) : [];
  throw wrongUse(
    'unknown_flag',
    `"chat-metrics ${command}" has no option ${written}.${didYouMean(written, names)}`,
    `See what it has: chat-metrics ${command} --help`,
  );
}

/** `--output --quiet`: the path was forgotten, for hardly a file is named so. */
function checkNotAFlag({ name, placeholder }: Flag, value: string): void {
  if (!/^-(-|[a-z]$)/i.test(value)) return;
  throw wrongUse(
    'missing_value',
    `--${name} needs a value: --${name} ${placeholder ?? ''}.`,
    `If ${value} is meant as its value: --${name}=${value}`,
  );
}

function addValue(values: Arguments['values'], flag: Flag, value: string | undefined): void {
  const { name } = flag;
  if (flag.placeholder && value === undefined) {
    throw wrongUse('missing_value', `--${name} needs a value: --${name} ${flag.placeholder}.`, flag.meaning);
  }
  if (!flag.placeholder && value !== undefined) {
    throw wrongUse('unwanted_value', `--${name} takes no value.`, `Write --${name} alone.`);
  }
  if (flag.isRepeatable) {
    values[name] = [...((values[name] ?? []) as string[]), value ?? ''];
    return;
  }
  if (values[name] !== undefined && flag.placeholder) {
    throw wrongUse(
      'given_twice',
      `--${name} is given twice.`,
      'Give it once; several values stand between commas.',
    );
  }
  values[name] = value ?? true;
}
