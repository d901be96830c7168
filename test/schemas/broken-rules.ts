interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
}

/** What a value breaks of a JSON Schema, in the few words of it that ours use; a line for each place. */
export function brokenRules(value: unknown, schema: Schema, place = ''): string[] {
  const own = [
    ...(isOfType(value, schema.type)
      ? []
      : [`${place}: ${JSON.stringify(value)} is no ${String(schema.type)}`]),
    ...('const' in schema && value !== schema.const
      ? [`${place} is not ${JSON.stringify(schema.const)}`]
      : []),
    ...(schema.enum && !schema.enum.includes(value)
      ? [`${place}: ${JSON.stringify(value)} is none of the words`]
      : []),
    ...(schema.pattern && !new RegExp(schema.pattern).test(String(value))
      ? [`${place} is not as ${schema.pattern}`]
      : []),
    ...(schema.minimum !== undefined && Number(value) < schema.minimum ? [`${place} is too small`] : []),
  ];
  if (Array.isArray(value))
    return [
      ...own,
      ...value.flatMap((item, at) => brokenRules(item, schema.items ?? {}, `${place}[${String(at)}]`)),
    ];
  if (typeof value !== 'object' || value === null) return own;
  const { required = [], properties = {}, additionalProperties = true } = schema;
  const inside = Object.entries(value).flatMap(([key, item]) => {
    const one = properties[key];
    if (one) return brokenRules(item, one, `${place}.${key}`);
    return additionalProperties ? [] : [`${place}.${key} is no key`];
  });
  return [
    ...own,
    ...required.filter((key) => !(key in value)).map((key) => `${place}.${key} is missing`),
    ...inside,
  ];
}

function isOfType(value: unknown, type: Schema['type']): boolean {
  if (type === undefined) return true;
  const kinds = value === null ? ['null'] : Array.isArray(value) ? ['array'] : [typeof value];
  if (Number.isInteger(value)) kinds.push('integer');
  return [type].flat().some((one) => kinds.includes(one));
}
