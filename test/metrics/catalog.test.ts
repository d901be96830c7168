import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog, metricOf, tableIds, type TableId } from '../../src/metrics/catalog.js';
import { keyMetrics } from '../../src/metrics/key-metrics.js';
import type { Metric, Unit } from '../../src/metrics/metric.js';

const columns = tableIds.flatMap((table) =>
  catalog[table].columns.map((metric): [string, TableId, Metric] => [`${table}.${metric.id}`, table, metric]),
);
const has = (table: TableId, id: string) => catalog[table].columns.some((column) => column.id === id);

/** Units of figures that are made of many chats: means, medians, percentiles, rates and scores. */
const ofMany: ReadonlySet<Unit> = new Set<Unit>(['rate', 'change', 'seconds', 'score', 'number']);

describe('what the catalog says of a column:', () => {
  const measured = columns.filter(([, , { unit }]) => ofMany.has(unit));

  it.each(measured)('%s names the counts that it rests on, or says why it has none', (_, table, metric) => {
    const { n = [], withoutN = '' } = metric;
    expect(n.length > 0).not.toBe(withoutN.length > 0);
    for (const id of n) expect(metricOf(table, id).unit).toBe('count');
  });

  it('a count, a time or a name rests on nothing else', () => {
    const others = columns.filter(([, , { unit }]) => !ofMany.has(unit));
    expect(others.filter(([, , { n, withoutN }]) => n ?? withoutN)).toEqual([]);
  });

  it.each(columns.filter(([, , { made }]) => made))(
    '%s is made of columns of its table',
    (_, table, metric) => {
      const parts = Object.values(metric.made ?? {}).flat();
      expect(parts.length).toBeGreaterThan(0);
      for (const id of parts) expect(has(table, id), id).toBe(true);
    },
  );

  it('a row over everything is told by a column of its table, and what is shown are columns of it', () => {
    for (const id of tableIds) {
      const { overall, shown = [], leading, columns: all } = catalog[id];
      for (const column of [...shown, ...(overall ? [overall.emptyIn] : [])])
        expect(has(id, column), `${id}.${column}`).toBe(true);
      expect(leading).toBeLessThan(all.length);
    }
  });

  it('chats that agents closed have one name, and a first response has a heading and a short name', () => {
    const closed = columns.filter(([, , { id }]) => id === 'closed_by_agents' || id === 'chats_resolved');
    expect(new Set(closed.map(([, , { label }]) => label))).toEqual(new Set(['Closed by Agents']));
    const { label, short } = metricOf('agent_metrics', 'first_response_avg_seconds');
    expect([label, short]).toEqual([
      'Avg Agent First Response Time (seconds)',
      'Avg first response (seconds)',
    ]);
  });
});

describe('a key figure', () => {
  it('has a short name, and its tile names columns of its table only', () => {
    for (const { table, id, detail, twin } of keyMetrics) {
      expect(metricOf(table, id).short, id).toMatch(/\S/);
      for (const [, column = ''] of detail.matchAll(/\{(\w+)\}/g))
        expect(column === 'response_target' || has(table, column), column).toBe(true);
      if (twin) expect(keyMetrics.map((other) => other.id)).toContain(twin);
    }
  });
});

it('no other folder keeps a table by the id of a mean, rate or score: it would be forgotten with the next one', () => {
  const ids = new Set(columns.filter(([, , { n }]) => n).map(([, , { id }]) => id));
  const keys = new RegExp(`\\b(${[...ids].join('|')})'?:`);
  const src = join(import.meta.dirname, '../../src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(files.length).toBeGreaterThan(100);
  const others = files.filter((name) => !name.startsWith('metrics'));
  expect(others.filter((name) => keys.test(readFileSync(join(src, name), 'utf8')))).toEqual([]);
});
