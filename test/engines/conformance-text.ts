import { whiteSpace } from '../../src/files/text.js';
import type { ConformanceCase, Kit } from './conformance.js';

async function inSql({ engine }: Kit, expression: string, values: readonly string[]): Promise<unknown[]> {
  const rows = values.map((x, place) => ({ place, x }));
  await engine.insert('odd', { place: 'integer', x: 'text' }, rows);
  return (await engine.query(`select ${expression} as y from odd order by place`)).map((row) => row['y']);
}

const spaced = [...whiteSpace].flatMap((space) => [`${space}x${space}`, `x${space}y`]);

export const textCases: ConformanceCase[] = [
  {
    name: 'white space at the ends is every white space of Unicode',
    run: (kit) => inSql(kit, 'trimmed(x)', spaced),
    expected: [...whiteSpace].flatMap((space) => ['x', `x${space}y`]),
  },
  {
    name: 'a bare name has no white space, brackets, hyphens and points',
    run: (kit) =>
      inSql(kit, 'bare_name(x)', [
        "(pas d'agent)",
        '[un-assigned]',
        '<no_one.>',
        'no\u00a0\tagent',
        '--',
        'é|ı#"/',
      ]),
    expected: ['pasdagent', 'unassigned', 'noone', 'noagent', '', 'éı'],
  },
  {
    name: 'a missing value is null whatever its spelling',
    run: (kit) =>
      inSql(kit, 'present(bare(x))', ['', ' - ', 'N/A', 'NULL', '\u00a0nan\ufeff', '--', 'null.']),
    expected: [null, null, null, null, null, '--', 'null.'],
  },
  {
    name: 'texts are sorted by code points',
    run: async ({ engine }) => {
      const rows = ['\u{1f600}', '\uff21', 'b', 'B', 'a', 'ä'].map((x) => ({ x }));
      await engine.insert('odd', { x: 'text' }, rows);
      return (await engine.query('select x from odd order by x')).map(({ x }) => x);
    },
    expected: ['B', 'a', 'b', 'ä', '\uff21', '\u{1f600}'],
  },
  {
    name: 'durations are read as numbers, clocks and days',
    run: (kit) =>
      inSql(kit, 'duration_seconds(x, 60)', [
        '2',
        '1,5',
        '0:01:05',
        '2 days 1:00:00',
        '25:00:00',
        'soon',
        '1:2',
      ]),
    expected: [120, 90, 65, 176_400, 90_000, null, null],
  },
  {
    name: 'numbers with a sign and three digits are no durations, for they have two readings',
    run: (kit) =>
      inSql(kit, 'duration_seconds(x, 1)', [
        '7,900',
        '7.900',
        '-12,345',
        '0.345',
        '0,345',
        '1234.567',
        '7.9000',
        '7,90',
      ]),
    expected: [null, null, null, 0.345, 0.345, 1234.567, 7.9, 7.9],
  },
  {
    name: 'numbers whose column has a point before fractions are read as they stand',
    run: (kit) => inSql(kit, 'exact_number(x)', ['7.900', '-7.5', '1e3', '7,9', 'x']),
    expected: [7.9, -7.5, 1000, null, null],
  },
];
