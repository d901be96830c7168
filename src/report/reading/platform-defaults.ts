import { wrongUse } from '../../errors.js';
import { mention } from '../../options/mention.js';
import type { ReportOptions } from '../../options/options.js';
import type { ReadFile } from './read-file.js';

/**
 * The options with the defaults of the platform that the files are from.
 * @throws UserError when the files are from platforms whose defaults differ.
 */
export function withPlatformDefaults(options: ReportOptions, files: readonly ReadFile[]): ReportOptions {
  const [first, ...others] = files.map(({ plan }) => plan.match.profile);
  if (!first) return options;
  const defaults = JSON.stringify(first.options ?? {});
  const other = others.find((profile) => JSON.stringify(profile.options ?? {}) !== defaults);
  if (other) {
    throw wrongUse(
      'different_platforms',
      `The files are from platforms that measure differently: ${first.title} and ${other.title}.`,
      `Make a report of each, or force one way to read them all: ${mention('profile', 'NAME')}.`,
    );
  }
  return options.withDefaults(first.options ?? {});
}

/** Closers that are bots because the files themselves say so, whatever the user calls a bot. */
export function platformBots(files: readonly ReadFile[]): string[] {
  return files.flatMap(({ plan: { rules } }) => [
    ...(rules.conditions.bot_when ? ['Bot'] : []),
    ...(rules.closerWhenMissing === null ? [] : [rules.closerWhenMissing]),
  ]);
}
