import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/index.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const heading =
  'RoomCode,ClosedBy,ChatStartTime,ChatEndTime,AgentAssignmentTimestamp,BotFirstResponseTime,AgentFirstResponseTime,CsatScore';

interface Given {
  by?: string;
  end?: string;
  assigned?: string;
  bot?: string;
  agent?: string;
  rating?: string;
}

const rowsOf = (...given: Given[]): string =>
  given
    .map(
      (
        { by = 'Asha', end = '15-02-2021 10:10:00', assigned = '-', bot = '-', agent = '-', rating = '-' },
        index,
      ) =>
        [
          `c${String(index + 1)}`,
          by,
          '15-02-2021 10:00:00',
          end,
          assigned,
          bot,
          `"${agent}"`,
          `"${rating}"`,
        ].join(','),
    )
    .join('\n');
const report = (options: object, ...given: Given[]): Promise<Report> =>
  files.report(`${heading}\n${rowsOf(...given)}\n`, { ...options });
const warnings = ({ data_quality }: Report): unknown[] =>
  data_quality.warnings.map(({ kind, rows, examples }) => [
    kind,
    rows,
    examples.map(({ chat_id, value }) => [chat_id, value]),
  ]);

describe('a value that does not count is a warning with examples', () => {
  it.each<[string, Given, [string, string]]>([
    [
      'an end before the start',
      { end: '15-02-2021 09:59:59' },
      ['ended_before_started', '2021-02-15 09:59:59'],
    ],
    [
      'an assignment before the start',
      { assigned: '15-02-2021 09:00' },
      ['assigned_outside_chat', '2021-02-15 09:00:00'],
    ],
    [
      'an assignment after the end',
      { assigned: '15-02-2021 11:00' },
      ['assigned_outside_chat', '2021-02-15 11:00:00'],
    ],
    ['an end that is no date', { end: 'soon' }, ['unreadable_ended_at', 'soon']],
    ['an assignment that is no date', { assigned: '30-02-2021' }, ['unreadable_assigned_at', '30-02-2021']],
    ['a negative duration of a bot', { bot: '-0:00:01' }, ['negative_duration', '-0:00:01']],
    ['a negative duration of an agent', { agent: '-5' }, ['negative_duration', '-5']],
    ['a duration that is none', { agent: '1:2:3:4' }, ['unreadable_duration', '1:2:3:4']],
    ['a duration that is a word', { bot: 'quick' }, ['unreadable_duration', 'quick']],
    ['a rating that is a word', { rating: 'great' }, ['unreadable_rating', 'great']],
    ['a rating above the scale', { rating: '6' }, ['rating_out_of_scale', '6']],
    ['a rating below the scale', { rating: '-1' }, ['rating_out_of_scale', '-1']],
    ['an end of an open chat', { by: '-' }, ['open_with_ended_at', '2021-02-15 10:10:00']],
    ['no end of a closed chat', { end: '-' }, ['closed_without_ended_at', 'Asha']],
  ])('%s', async (_, given, [kind, value]) => {
    const made = await report({}, {}, given);
    expect(warnings(made)).toEqual([[kind, 1, [['c2', value]]]]);
    expect(made.data_quality).toMatchObject({ rows_read: 2, rows_used: 2, rows_rejected: 0 });
    expect(made.data_quality.warnings[0]?.message).toMatch(/^[A-Z].*\.$/);
    expect(made.data_quality.warnings[0]?.examples[0]?.file).toMatch(/\.csv$/);
  });

  it('of which the first three are shown and all are counted', async () => {
    const bad = { rating: 'x' };
    expect(warnings(await report({}, bad, {}, bad, bad, bad))).toEqual([
      ['unreadable_rating', 4, [['c1', 'x'], ['c3', 'x'], ['c4', 'x']]], // oxfmt-ignore
    ]);
  });

  it('and nothing is said of values that are fine or missing', async () => {
    const fine: Given[] = [
      { rating: '0' },
      { rating: '5' },
      { rating: '4,5' },
      { agent: '0:00:00', bot: '12.5' },
      { agent: '25:00:00' },
      { agent: '1 day 0:00:01' },
      { assigned: '15-02-2021 10:00:00' },
      { assigned: '15-02-2021 10:10:00' },
      { end: '15-02-2021 10:00:00' },
      { by: 'n/a', end: 'NULL' },
    ];
    const made = await report({}, ...fine);
    expect(warnings(made)).toEqual([]);
    expect(made.tables.agent_metrics[0]).toMatchObject({
      csat_rated_chats: 2,
      csat_avg: 4.75,
      first_response_chats: 3,
    });
  });

  it('only of chats in the report', async () => {
    const bad = { rating: 'x', by: 'Bela' };
    expect(warnings(await report({ agent: 'Asha' }, {}, bad))).toEqual([]);
    expect(warnings(await report({ to: '2021-02-16' }, {}, bad))).toHaveLength(1);
  });

  it('by its own scale: good and bad are ratings on the scale 0 to 1 alone', async () => {
    const given = [{ rating: 'Good' }, { rating: 'BAD' }, { rating: '1' }];
    const words = await report({ csatScale: '0-1', csatSatisfied: 1 }, ...given);
    expect(warnings(words)).toEqual([]);
    expect(words.tables.agent_metrics[0]).toMatchObject({ csat_rated_chats: 3, csat_avg: 2 / 3 });
    expect(warnings(await report({}, ...given))).toEqual([['unreadable_rating', 2, [['c1', 'Good'], ['c2', 'BAD']]]]); // oxfmt-ignore
  });

  it('cut to 200 characters', async () => {
    const [warning] = (await report({}, { rating: 'x'.repeat(5000) })).data_quality.warnings;
    expect(warning?.examples[0]?.value).toBe('x'.repeat(200));
  });
});

describe('ratings of 0 on a scale that holds 0', () => {
  const given = [{ rating: '0' }, { rating: '0' }, { rating: '9' }, { rating: 'bad' }];
  const zeroNotes = ({ data_quality }: Report): string[] =>
    data_quality.notes
      .filter((note) => note.includes('"not rated"'))
      .map((note) => note.replace(/^[^:]*:/, 'FILE:'));

  it('are told where the platform takes 0 for "not rated": how many, and what to do', async () => {
    const made = await report({ csatScale: '0-10', csatSatisfied: 9 }, ...given);
    expect(zeroNotes(made)).toEqual([
      'FILE: 2 ratings are 0 and count, because the scale is 0 to 10. In exports of its platform (Verloop, dump of chats) a 0 usually means "not rated", and the mean is then too low. If it does here, give --csat-scale 1-10.',
    ]);
    expect(made.tables.agent_metrics[0]).toMatchObject({ csat_rated_chats: 3, csat_avg: 3 });
  });

  it('with the scale to leave out, where none is left above 0; the word "bad" is a rating', async () => {
    const [note, ...others] = zeroNotes(await report({ csatScale: '0-1', csatSatisfied: 1 }, ...given));
    expect([note, others]).toEqual([
      expect.stringMatching(/^FILE: 2 ratings are 0 .* leave out --csat-scale\.$/),
      [],
    ]);
  });

  it.each([{}, { csatScale: '1-10', csatSatisfied: 9 }])(
    'are counted where they are dropped: %j',
    async (options) => {
      expect(zeroNotes(await report(options, ...given))).toEqual([
        expect.stringMatching(
          /^FILE: 2 ratings are 0 and do not count: below the scale 1 to \d+ it is "not rated"/,
        ),
      ]);
    },
  );

  it('are not told without a 0, outside of the report, or of no known platform', async () => {
    const wide = { csatScale: '0-10', csatSatisfied: 9 };
    expect(zeroNotes(await report(wide, { rating: '9' }))).toEqual([]);
    expect(zeroNotes(await report({ ...wide, agent: 'Bela' }, { by: 'Bela' }, ...given))).toEqual([]);
    expect(zeroNotes(await report({ ...wide, profile: 'generic' }, ...given))).toEqual([]);
  });
});

it('says when no chat is in the report, although there are chats', async () => {
  const made = await report({ from: '2021-02-16', to: '2021-02-17' }, {}, {});
  expect(made.data_quality).toMatchObject({ rows_read: 2, rows_used: 0, rows_out_of_range: 2 });
  expect(made.data_quality.notes.at(-1)).toBe(
    'No chat is in this report: 2 chats were read, and none is in its range and filter.',
  );
  expect(made.tables.chat_metrics[0]).toMatchObject({ incoming_chats: 0, bot_deflection_rate: null });
});

it('says when some times carry a zone and others do not', async () => {
  const made = await files.report(
    'RoomCode,ClosedBy,ChatStartTime\n1,A,2021-02-15T10:00:00+01:00\n2,A,2021-02-15 10:00:00\n',
  );
  expect(made.source.timezone).toBe('UTC');
  expect(made.data_quality.notes).toContain(
    'Some times carry a zone and others do not: those without are taken as UTC. Say otherwise with --source-timezone.',
  );
});
