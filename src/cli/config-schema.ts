import type { Flag } from './flags.js';
import { flagsOfReport, extraKeys } from './report-flags.js';

type Schema = Readonly<Record<string, unknown>>;

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** The JSON Schema of a configuration: every flag but `--config`, by its name with hyphens or in camel case. */
export function configSchema(): Schema {
  const flags = flagsOfReport.filter(({ isKey = true }) => isKey);
  const properties = flags.flatMap((flag): [string, Schema][] => {
    const schema = flagSchema(flag);
    const camel = flag.name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return [...new Set([flag.name, camel])].map((name) => [name, schema]);
  });
  return {
    $schema: draft,
    title: 'Configuration of Chat Metrics',
    type: 'object',
    additionalProperties: false,
    properties: { ...extraKeys, ...Object.fromEntries(properties) },
  };
}

function flagSchema({ placeholder, meaning, isRepeatable, default: fallback }: Flag): Schema {
  const words = choicesOf(placeholder);
  const type =
    placeholder === undefined
      ? { type: 'boolean' }
      : words.length > 0
        ? { enum: words }
        : { type: ['string', 'number', 'array', 'object'] };
  const many = isRepeatable === true && words.length > 0 ? { type: 'array', items: type } : type;
  return { description: meaning, ...many, ...(fallback === undefined ? {} : { default: fallback }) };
}

/** The words that a flag takes, such as day, week and month; none where anything may stand. */
export function choicesOf(placeholder: string | undefined): string[] {
  return placeholder !== undefined && /^[a-z]+(\|[a-z]+)+$/.test(placeholder) ? placeholder.split('|') : [];
}
