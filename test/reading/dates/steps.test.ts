import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

test('the order of the steps in which dates are read names files that there are', () => {
  const steps = 'src/reading/dates/steps.ts';
  const order = /\/\*\n[^]*?\*\//.exec(readFileSync(steps, 'utf8'))?.[0] ?? '';
  const named = order.match(/[\w./-]+\.ts\b/g) ?? [];
  expect(named.length).toBeGreaterThan(8);
  const places = (name: string): string[] =>
    [dirname(steps), 'src', 'src/engines/duckdb-sql'].map((folder) => join(folder, name));
  expect(named.filter((name) => !places(name).some((place) => existsSync(place)))).toEqual([]);
});
