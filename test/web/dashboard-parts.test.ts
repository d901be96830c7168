import { afterEach, describe, expect, it } from 'vitest';
import { writeAsIn } from '../../src/presentation/locale.js';
import {
  agentFigures,
  agentRows,
  foundRows,
  nextOrder,
  sortedRows,
  usualFigures,
} from '../../src/web/dashboard/agent-rows.js';
import { markAfter } from '../../src/web/dashboard/mark-keys.js';
import { tables } from '../../src/web/dashboard/numbers-table.js';
import { tabSeparated } from '../../src/web/dashboard/plain-table.js';
import { madeUpReport, oddNames } from '../excel/made-up-report.js';

const report = madeUpReport({ agents: [...oddNames], days: 24 });

afterEach(() => writeAsIn(null));

describe('the arrow keys', () => {
  it('go from mark to mark, and stay at the ends', () => {
    const row = { count: 3 };
    expect(markAfter('ArrowRight', null, row)).toBe(0);
    expect(markAfter('ArrowRight', 0, row)).toBe(1);
    expect(markAfter('ArrowDown', 2, row)).toBe(2);
    expect(markAfter('ArrowLeft', null, row)).toBe(2);
    expect(markAfter('ArrowUp', 0, row)).toBe(0);
    expect([markAfter('Home', 2, row), markAfter('End', 0, row)]).toEqual([0, 2]);
  });

  it('go up and down by rows where marks stand in rows', () => {
    const week = { count: 336, inRow: 7 };
    expect(markAfter('ArrowDown', 3, week)).toBe(10);
    expect(markAfter('ArrowUp', 10, week)).toBe(3);
    expect(markAfter('ArrowUp', 3, week)).toBe(3);
  });

  it('leave other keys alone, and charts without marks', () => {
    expect(markAfter('a', 1, { count: 3 })).toBeUndefined();
    expect(markAfter('ArrowRight', null, { count: 0 })).toBeUndefined();
  });
});

describe('the table of agents', () => {
  const { overall, agents } = agentRows(report);

  it('has one row for each agent, with figures of chats and of time, and one over all', () => {
    expect(agents.map((row) => row['agent'])).toEqual([...oddNames]);
    expect(overall?.['agent']).toBeNull();
    for (const row of agents)
      expect(Object.keys(row)).toEqual(expect.arrayContaining(agentFigures.map(({ id }) => id)));
  });

  it('offers each figure once, and shows some of them at first', () => {
    const ids = agentFigures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...usualFigures]));
  });

  it('is sorted by numbers or names, what cannot be measured last', () => {
    const rows = [
      { agent: 'b', x: 2 },
      { agent: 'É', x: null },
      { agent: 'a', x: 10 },
    ];
    const order = (column: string, isDescending: boolean) =>
      sortedRows(rows, { column, isDescending }).map(({ agent }) => agent);
    expect(order('x', true)).toEqual(['a', 'b', 'É']);
    expect(order('x', false)).toEqual(['b', 'a', 'É']);
    expect(order('agent', false)).toEqual(['a', 'b', 'É']);
  });

  it('turns its order when the same heading is pressed again', () => {
    const first = nextOrder({ column: 'agent', isDescending: false }, 'chats_resolved');
    expect(first).toEqual({ column: 'chats_resolved', isDescending: true });
    expect(nextOrder(first, 'chats_resolved').isDescending).toBe(false);
    expect(nextOrder(first, 'agent').isDescending).toBe(false);
  });

  it('finds names by a part of them, whatever their case', () => {
    expect(foundRows(agents, 'ASH').map((row) => row['agent'])).toEqual(['Asha']);
    expect(foundRows(agents, '李').map((row) => row['agent'])).toEqual(['李小龍']);
    expect(foundRows([{ agent: 'Γιωργος' }], 'ΓΙΩΡΓΟΣ')).toHaveLength(1);
    expect(foundRows(agents, '')).toHaveLength(oddNames.length);
  });
});

describe('numbers for the clipboard', () => {
  it.each(Object.keys(tables) as (keyof typeof tables)[])(
    'of %s have as many cells in every line',
    (name) => {
      const choice = tables[name](report);
      const lines = tabSeparated(report, choice).split('\n');
      expect(lines).toHaveLength(choice.rows.length + 1);
      expect(new Set(lines.map((line) => line.split('\t').length))).toEqual(new Set([choice.columns.length]));
    },
  );

  it('are written as the user writes numbers, ungrouped and whole', () => {
    writeAsIn('de-DE');
    const rows = [{ half_hour: '09:30', chats: 12345, share_rate: 0.123456789012 }];
    const text = tabSeparated(report, {
      table: 'half_hourly_chats',
      columns: ['half_hour', 'chats', 'share_rate'],
      rows,
    });
    expect(text.split('\n')[1]).toBe('09:30\t12345\t0,123456789012');
  });

  it('hold no formula and no cell of several lines', () => {
    const rows = [{ closing_reason: '=1+1' }, { closing_reason: 'a\tb\nc' }, { closing_reason: null }];
    const text = tabSeparated(report, { table: 'closing_reasons', columns: ['closing_reason'], rows });
    expect(text).toBe("Closing Reason\n'=1+1\na b c\n");
  });
});
