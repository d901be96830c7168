import { describe, expect, it } from 'vitest';
import { catalog, tableIds } from '../../src/metrics/catalog.js';
import { desk } from './program.js';

const { run } = desk();

describe('metrics', () => {
  it('defines every column of every table as JSON, in the order of the report', async () => {
    const { code, stdout, stderr } = await run('metrics', '--format', 'json');
    const tables = JSON.parse(stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(tables.map(({ table }: { table: string }) => table)).toEqual(tableIds);
    for (const { table, columns } of tables) {
      const ids = catalog[table as keyof typeof catalog].columns.map(({ id }) => id);
      expect(columns.map(({ id }: { id: string }) => id)).toEqual(ids);
      for (const column of columns)
        expect(column).toEqual({
          ...{ id: expect.stringMatching(/^[a-z0-9_]+$/), heading: expect.stringMatching(/\S/) },
          ...{ unit: expect.stringMatching(/\S/), meaning: expect.stringMatching(/^[A-Z].*\.$/) },
        });
    }
    expect(stdout).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  it('prints the same definitions for people', async () => {
    const { stdout } = await run('metrics');
    const words = stdout.replaceAll(/\s+/g, ' ');
    for (const { columns } of JSON.parse((await run('metrics', '--format', 'json')).stdout))
      for (const { id, heading, unit, meaning } of columns)
        expect(words).toContain(`${heading} [${id}, ${unit}] ${meaning}`);
  });

  it('words them by the options in use', async () => {
    const { stdout } = await run(
      ...['metrics', '--business-hours', '9:30-18:00', '--csat-scale', '0-10', '--csat-satisfied', '9'],
    );
    expect(stdout).toContain('Business Hours CSAT [9:30AM - 6PM]');
    expect(stdout).toContain('on the scale 0 to 10');
    expect(stdout).toContain('Ratings of 9 or more');
  });
});
