import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/index.js';
import { changeBasis } from '../../src/presentation/change-basis.js';
import { changeInWords } from '../../src/presentation/figures.js';
import { findings, withoutFindings } from '../../src/presentation/findings/findings.js';
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
const changes = (of: Report): Record<string, string | null> =>
  Object.fromEntries(keyFigures(of).map(({ id, change }) => [id, change && changeInWords(change)]));

/** Two whole weeks, from Monday, 1 February 2021. */
const weeks = { from: '2021-02-01', to: '2021-02-15' };

it('nothing stands out among fewer than 30 chats', async () => {
  const of = await report(
    weeks,
    { chats: 14, day: '2021-02-02' },
    { chats: 15, day: '2021-02-09', by: 'Asha', response: 90 },
  );
  expect(findings(of)).toEqual([]);
  expect(withoutFindings(of)).toBeNull();
});

it('that nothing stands out is said of 30 chats and more', async () => {
  const days = Array.from({ length: 10 }, (_, day) => `2021-02-${String(day + 1).padStart(2, '0')}`);
  const of = await report(
    { from: '2021-02-01', to: '2021-02-11' },
    ...days.map((day) => ({ chats: 3, day })),
  );
  expect(findings(of)).toEqual([]);
  expect(withoutFindings(of)).toBe(
    'Nothing stands out: no difference in these figures is both large and beyond chance.',
  );
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
      bot_deflection_rate: '+25.0 pts',
      first_response_avg_seconds: '+50.0%',
      csat_satisfied_rate: '-100.0 pts',
      occupancy_rate: '0.0 pts',
    });
  });

  it('is that against the compared range where there is one', async () => {
    const of = await report(
      { from: '2021-02-09', to: '2021-02-10', compare: '2021-02-02..2021-02-03' },
      ...given,
    );
    const basis = changeBasis(of);
    expect([basis?.previous.label, basis?.current.label]).toEqual(['02 Feb 2021', '09 Feb 2021']);
    expect(changes(of)).toMatchObject({ incoming_chats: '+10.0%', csat_satisfied_rate: '-100.0 pts' });
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
