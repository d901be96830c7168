import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/index.js';
import { changeBasis } from '../../src/presentation/change-basis.js';
import { changeInWords } from '../../src/presentation/figures.js';
import { findings } from '../../src/presentation/findings/findings.js';
import { keyFigures } from '../../src/presentation/key-figures.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const heading =
  'RoomCode,UserId,ClosedBy,ChatStartTime,ChatEndTime,AgentAssignmentTimestamp,AgentFirstResponseTime,CsatScore';

interface Batch {
  chats: number;
  day: string;
  at?: string;
  by?: string;
  response?: number;
  rating?: number;
}

/** So many equal chats of ten minutes; those of agents are assigned at once. */
const batches = (...given: Batch[]): string =>
  [
    heading,
    ...given.flatMap(({ chats, day, at = '09:00', by = 'Bot', response, rating }, batch) =>
      Array.from({ length: chats }, (_, index) =>
        [
          `c${String(batch)}-${String(index)}`,
          `u${String(batch)}-${String(index)}`,
          by,
          `${day} ${at}:00`,
          `${day} ${at}:59`,
          by === 'Bot' ? '-' : `${day} ${at}:00`,
          response ?? '-',
          rating ?? '-',
        ].join(','),
      ),
    ),
  ].join('\n');

const report = (options: object, ...given: Batch[]): Promise<Report> =>
  files.report(batches(...given), { dateOrder: 'ymd', ...options });
const texts = (of: Report): string[] => findings(of).map(({ text }) => text);
const changes = (of: Report): Record<string, string | null> =>
  Object.fromEntries(keyFigures(of).map(({ id, change }) => [id, change && changeInWords(change)]));

/** Two whole weeks, from Monday, 1 February 2021. */
const weeks = { from: '2021-02-01', to: '2021-02-15' };

describe('the busiest half hour', () => {
  it('is named with its chats, by day and as a share', async () => {
    const of = await report(
      weeks,
      { chats: 28, day: '2021-02-02', at: '14:30' },
      { chats: 12, day: '2021-02-03' },
    );
    expect(texts(of)[0]).toBe('Most chats start from 14:30 to 15:00: 28, 2.00 a day, 70.0% of all.');
  });

  it('says how many others are as busy', async () => {
    const of = await report(
      { from: '2021-02-02', to: '2021-02-03' },
      { chats: 15, day: '2021-02-02', at: '23:45' },
      { chats: 15, day: '2021-02-02' },
    );
    expect(texts(of)).toEqual([
      'Most chats start from 09:00 to 09:30: 15, 50.0% of all; one other half hour has as many.',
    ]);
  });
});

describe('the largest change', () => {
  it('is that of the key figure which moved most against what it was', async () => {
    const of = await report(
      weeks,
      { chats: 40, day: '2021-02-02', by: 'Asha', response: 10 },
      { chats: 44, day: '2021-02-09', by: 'Asha', response: 5 },
    );
    expect(findings(of)[1]).toEqual({
      id: 'largest_change',
      title: 'Largest change',
      text: 'Average first response fell by 50.0%: from 10.0 s (01 Feb - 07 Feb 2021) to 5.0 s (08 Feb - 14 Feb 2021).',
    });
  });

  /** Two weeks of 60 chats each: a bot closes half of the first and three quarters of the second. */
  const ofDeflection = () =>
    report(
      weeks,
      { chats: 30, day: '2021-02-02' },
      { chats: 30, day: '2021-02-02', by: 'Asha' },
      { chats: 45, day: '2021-02-09' },
      { chats: 15, day: '2021-02-09', by: 'Asha' },
    );

  it('of a rate is told in percentage points', async () => {
    const of = await ofDeflection();
    expect(texts(of)[1]).toBe(
      'Bot deflection rose by 25.0 percentage points: from 50.0% (01 Feb - 07 Feb 2021) to 75.0% (08 Feb - 14 Feb 2021).',
    );
  });

  it('of deflection is told with that of deflection without time-outs', async () => {
    const of = await ofDeflection();
    const resolved = (...rates: number[]): string | undefined => {
      const chat_metrics = of.tables.chat_metrics.map((row, index) => ({
        ...row,
        bot_resolution_rate: rates[index] ?? null,
      }));
      return texts({ ...of, tables: { ...of.tables, chat_metrics } })[1]?.split('2021). ')[1];
    };
    expect(resolved(0.2, 0.21, 0.2)).toBe(
      'Bot deflection without time-outs fell by 1.0 percentage points: from 21.0% to 20.0%.',
    );
    expect(resolved(0.2, 0.2, 0.2)).toBe('Bot deflection without time-outs stayed at 20.0%.');
  });

  it('is not that of a figure with fewer than 30 chats behind it', async () => {
    const of = await report(
      weeks,
      { chats: 29, day: '2021-02-02', by: 'Asha', response: 10, rating: 1 },
      { chats: 10, day: '2021-02-02' },
      { chats: 29, day: '2021-02-09', by: 'Asha', response: 50, rating: 5 },
      { chats: 11, day: '2021-02-09' },
    );
    expect(texts(of)[1]).toMatch(/^Bot deflection rose by 1.9 percentage points/);
  });

  it('is not that of a count where the compared range has another length', async () => {
    const of = await report(
      { from: '2021-02-08', to: '2021-02-15', compare: '2021-02-02..2021-02-03' },
      { chats: 30, day: '2021-02-02', by: 'Asha', response: 10 },
      { chats: 90, day: '2021-02-09', by: 'Asha', response: 11 },
    );
    expect(texts(of)[1]).toMatch(/^Average first response rose by 10.0%/);
  });

  it('is left out where nothing changed or nothing can be set against anything', async () => {
    const same = await report(weeks, { chats: 40, day: '2021-02-02' }, { chats: 40, day: '2021-02-09' });
    const one = await report({}, { chats: 40, day: '2021-02-02' });
    expect(findings(same).map(({ id }) => id)).toEqual(['busiest_half_hour']);
    expect(findings(one).map(({ id }) => id)).toEqual(['busiest_half_hour']);
  });
});

it('agents who answer late are counted among those with enough first responses, and not by their mean', async () => {
  const of = await report(
    weeks,
    { chats: 60, day: '2021-02-02', by: 'Asha', response: 10 },
    { chats: 29, day: '2021-02-02', by: 'Asha', response: 20 },
    { chats: 1, day: '2021-02-02', by: 'Asha', response: 5000 },
    { chats: 30, day: '2021-02-02', by: 'Ben', response: 40 },
    { chats: 19, day: '2021-02-02', by: 'Cleo', response: 900 },
  );
  expect(texts(of).at(-1)).toBe(
    'Of the 2 agents with at least 20 first responses, Ben replies within 30 seconds less often than the other agents: 0.0% of 30, the others 81.7% (significant at 1%).',
  );
});

it('nothing stands out among fewer than 30 chats', async () => {
  const of = await report(
    weeks,
    { chats: 14, day: '2021-02-02' },
    { chats: 15, day: '2021-02-09', by: 'Asha', response: 90 },
  );
  expect(findings(of)).toEqual([]);
});

describe('the change of a key figure', () => {
  const given: Batch[] = [
    { chats: 50, day: '2021-01-30' },
    { chats: 20, day: '2021-02-02' },
    { chats: 20, day: '2021-02-02', by: 'Asha', response: 10, rating: 4 },
    { chats: 33, day: '2021-02-09' },
    { chats: 11, day: '2021-02-09', by: 'Asha', response: 15, rating: 2 },
    { chats: 90, day: '2021-02-16' },
  ];

  it('is that of the last whole period against the one before, partial ones left aside', async () => {
    const of = await report({ from: '2021-01-30', to: '2021-02-17' }, ...given);
    const basis = changeBasis(of);
    expect([basis?.previous.label, basis?.current.label]).toEqual([
      '01 Feb - 07 Feb 2021',
      '08 Feb - 14 Feb 2021',
    ]);
    expect(changes(of)).toMatchObject({
      incoming_chats: '+10.0%',
      bot_deflection_rate: '+25.0 points',
      first_response_avg_seconds: '+50.0%',
      csat_satisfied_rate: '-100.0 points',
      occupancy_rate: '0.0 points',
    });
  });

  it('is that against the compared range where there is one', async () => {
    const of = await report(
      { from: '2021-02-09', to: '2021-02-10', compare: '2021-02-02..2021-02-03' },
      ...given,
    );
    const basis = changeBasis(of);
    expect([basis?.previous.label, basis?.current.label]).toEqual(['02 Feb 2021', '09 Feb 2021']);
    expect(changes(of)).toMatchObject({ incoming_chats: '+10.0%', csat_satisfied_rate: '-100.0 points' });
  });

  it('cannot be told where two whole periods do not follow each other', async () => {
    const of = await report({ from: '2021-01-30', to: '2021-02-09' }, ...given);
    expect(changeBasis(of)).toBeNull();
    expect(new Set(Object.values(changes(of)))).toEqual(new Set([null]));
  });
});

it('a key figure has its figure of every period in order, and nothing where there is none or it rests on few', async () => {
  const made = (smallN: number) =>
    report(
      { ...weeks, smallN },
      { chats: 2, day: '2021-02-02', by: 'Asha', rating: 5 },
      { chats: 3, day: '2021-02-09' },
    );
  const series = async (smallN: number) =>
    Object.fromEntries(keyFigures(await made(smallN)).map((figure) => [figure.id, figure.series]));
  expect(await series(1)).toMatchObject({
    incoming_chats: [2, 3],
    bot_deflection_rate: [0, 1],
    csat_satisfied_rate: [1, null],
    occupancy_rate: [1, null],
  });
  expect(await series(3)).toMatchObject({
    incoming_chats: [2, 3],
    bot_deflection_rate: [null, 1],
    csat_satisfied_rate: [null, null],
    occupancy_rate: [null, null],
  });
});
