import { resolve } from 'node:path';
import { wrongUse } from '../errors.js';
import { repeated } from '../options/values.js';
import { didYouMean, looseName } from '../options/names.js';
import { configKeys, configName, extraKeys } from './report-flags.js';
import { smallText } from './small-text.js';

export type Config = Record<string, unknown>;

/** In bytes. */
const largestConfig = 1024 * 1024;

/** Where the configuration is that is read, if there is one. */
export function configPath(named: string | undefined, folder: string): string {
  return resolve(folder, named ?? configName);
}

/**
 * Reads a configuration file: the one named, else `chat-metrics.config.json` of the folder if there is one.
 * @returns its values by flag name.
 * @throws UserError when it cannot be read, is no JSON object, or has a key that there is not.
 */
export async function readConfig(named: string | undefined, folder: string): Promise<Config> {
  const path = configPath(named, folder);
  const text = await smallText(path, largestConfig).catch((error: unknown) => {
    if (named === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw wrongUse(
      'config_unreadable',
      `The configuration ${named ?? configName} cannot be read.`,
      (error as Error).message,
    );
  });
  return text === null ? {} : namedKeys(parsed(text, named ?? configName), named ?? configName);
}

function parsed(text: string, name: string): Config {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Config;
  } catch (error) {
    throw wrongUse('config_not_json', `${name} is not valid JSON: ${(error as Error).message}`);
  }
  throw wrongUse(
    'config_not_object',
    `${name} is no JSON object.`,
    'Write it as {"period": "month", "bots": ["System"]}.',
  );
}

/** The files that a configuration names, where the command line names none. */
export function filesNamed({ files }: Config, positionals: readonly string[]): string[] {
  if (positionals.length > 0 || files === undefined) return [...positionals];
  return repeated(files, '"files" in the configuration');
}

function namedKeys(config: Config, name: string): Config {
  const byLooseName = new Map([...configKeys, ...Object.keys(extraKeys)].map((key) => [looseName(key), key]));
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => {
      const flag = byLooseName.get(looseName(key));
      if (flag !== undefined) return [flag, value];
      throw wrongUse(
        'unknown_key',
        `${name}: there is no key "${key}".${didYouMean(key, configKeys)}`,
        `Keys: ${configKeys.join(', ')}.`,
      );
    }),
  );
}
