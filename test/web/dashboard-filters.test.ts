import { describe, expect, it } from 'vitest';
import { chipsOf, chosenKeys, picked } from '../../src/web/dashboard/filters.js';
import type { Dimension, Filters } from '../../src/web/state/settings.js';
import { madeUpReport } from '../excel/made-up-report.js';

const report = madeUpReport({ agents: ['Asha', 'Ben'], days: 24 });
const pick = (filters: Filters, dimension: Dimension, key: string, isAdded = false) =>
  picked(filters, { dimension, key, isAdded }, report);

describe('picking a mark', () => {
  it('filters by it, and lets it go when it is picked again', () => {
    expect(pick({}, 'halfHour', '09:30')).toEqual({ halfHour: ['09:30'] });
    expect(pick({ halfHour: ['09:30'] }, 'halfHour', '09:30')).toEqual({});
  });

  it('takes the place of another, or stands beside it', () => {
    expect(pick({ agent: ['Asha'] }, 'agent', 'Ben')).toEqual({ agent: ['Ben'] });
    expect(pick({ agent: ['Asha'] }, 'agent', 'Ben', true)).toEqual({ agent: ['Asha', 'Ben'] });
    expect(pick({ agent: ['Asha', 'Ben'] }, 'agent', 'Asha', true)).toEqual({ agent: ['Ben'] });
  });

  it('whose name is chosen in another spelling lets it go, and is marked', () => {
    expect(pick({ agent: ['ASHA'] }, 'agent', 'Asha')).toEqual({});
    expect(pick({ agent: ['ASHA', 'Ben'] }, 'agent', 'Asha', true)).toEqual({ agent: ['Ben'] });
    expect(chosenKeys({ agent: ['ASHA', 'Zoë'] }, 'agent', report)).toEqual(new Set(['Asha', 'Zoë']));
  });

  it('of a field of the week filters by its day and its half hour', () => {
    const chosen = pick({}, 'cell', '3 09:30');
    expect(chosen).toEqual({ weekday: [3], halfHour: ['09:30'] });
    expect(pick(chosen, 'cell', '3 09:30')).toEqual({});
    expect(pick(chosen, 'cell', '4 10:00')).toEqual({ weekday: [4], halfHour: ['10:00'] });
  });

  it('of a period filters by its days, as far as they are in the range', () => {
    const [first] = report.tables.chat_metrics.filter((row) => row['period_start'] !== null);
    const last = report.tables.chat_metrics.at(-1);
    expect(pick({}, 'period', '2021-02-01')).toEqual({
      period: { from: '2021-02-01', to: '2021-02-08', label: first?.['period_label'] },
    });
    expect(pick({}, 'period', String(last?.['period_start'])).period?.to).toBe('2021-02-25');
    expect(pick(pick({}, 'period', '2021-02-01'), 'period', '2021-02-01')).toEqual({});
  });

  it('of a period does not go beyond the moments of the range', () => {
    const within = { ...report, options: { ...report.options, from: '2021-02-01 10:00:00' } };
    const chosen = picked({}, { dimension: 'period', key: '2021-02-01', isAdded: false }, within);
    expect(chosen.period?.from).toBe('2021-02-01 10:00:00');
  });

  it('leaves the other filters, and counts as the last', () => {
    const chosen = pick({ agent: ['Asha'], halfHour: ['09:30'] }, 'agent', 'Ben');
    expect(Object.keys(chosen)).toEqual(['halfHour', 'agent']);
  });
});

describe('the filters that are on', () => {
  const filters: Filters = {
    period: { from: '2021-02-01', to: '2021-02-08', label: 'a week' },
    weekday: [1, 2],
    halfHour: ['23:30'],
    agent: ['Asha'],
    closingReason: ['Done'],
  };

  it('are named for people, each with what is left without it', () => {
    const chips = chipsOf(filters);
    expect(chips.map(({ kind, value }) => `${kind}: ${value}`)).toEqual([
      'Period: a week',
      'Weekday: Monday',
      'Weekday: Tuesday',
      'Half hour: 23:30 - 24:00',
      'Agent: Asha',
      'Closing reason: Done',
    ]);
    expect(chips[1]?.without.weekday).toEqual([2]);
    expect(chips[0]?.without.period).toBeUndefined();
    expect(chips[5]?.without).not.toHaveProperty('closingReason');
  });

  it('tell which marks are chosen', () => {
    expect([...chosenKeys(filters, 'period', report)]).toEqual(['2021-02-01']);
    expect([...chosenKeys(filters, 'cell', report)]).toEqual(['1 23:30', '2 23:30']);
    expect([...chosenKeys({ halfHour: ['09:30'] }, 'cell', report)]).toHaveLength(7);
    expect([...chosenKeys({}, 'cell', report)]).toEqual([]);
    expect([...chosenKeys(filters, 'agent', report)]).toEqual(['Asha']);
  });
});
