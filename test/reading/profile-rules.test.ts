import { describe, expect, test } from 'vitest';
import { checkedProfile, checkedUnits } from '../../src/reading/profiles/check-profile.js';
import { allProfiles, bestMatch, profileNamed } from '../../src/reading/profiles/choose-profile.js';
import { headingUnit, headingZone } from '../../src/reading/heading-hints.js';
import { UserError } from '../../src/errors.js';
import { tempFiles } from './temp-files.js';

const files = tempFiles();

function errorOf(work: () => unknown): Partial<UserError> {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) {
      const { code, message, hint, exitCode } = error;
      return { code, message, hint, exitCode };
    }
  }
  throw new Error('no UserError');
}

const fields = {
  chat_id: { headings: ['Id'] },
  closed_by: { headings: ['By'] },
  started_at: { headings: ['At'] },
};

describe('a profile of the user', () => {
  test('is taken when it is whole', () => {
    expect(checkedProfile({ name: 'mine', fields })).toMatchObject({ name: 'mine', title: 'mine', fields });
  });

  test.each([
    [{ fields }, '"name" is missing', 'Give it a name, such as "my-platform".'],
    [
      { name: 'x' },
      '"fields" is no object',
      'It says the headings of each field: {"chat_id": {"headings": ["Id"]}}.',
    ],
    [{ name: 'x', fields, titel: 'y' }, 'the profile has no key "titel". Did you mean "title"?', undefined],
    [{ name: 'x', fields: { ...fields, closer: {} } }, '"fields" has no key "closer".', undefined],
    [
      { name: 'x', fields: { chat_id: { headings: ['Id'] } } },
      '"fields" lacks closed_by',
      'Every profile needs chat_id, closed_by, started_at.',
    ],
    [
      { name: 'x', fields: { ...fields, csat_score: 4 } },
      '"csat_score" is no object',
      'Write it as {"headings": ["Heading"]}.',
    ],
    [
      { name: 'x', fields: { ...fields, csat_score: { headings: 'a' } } },
      '"headings" of "csat_score" is no list of texts',
      'Write it as ["Heading", "Other heading"].',
    ],
    [
      { name: 'x', fields: { ...fields, ended_at: { headings: ['a'], unit: 'weeks' } } },
      '"unit" of "ended_at" is "weeks"',
      'Allowed: milliseconds, seconds, minutes, hours, days, mm:ss, hh:mm.',
    ],
    [
      { name: 'x', fields: { ...fields, csat_score: { headings: ['a'], ratings: { good: 'yes' } } } },
      '"ratings" of "csat_score" is no object of numbers',
      'Write it as {"good": 1, "bad": 0, "not rated": null}.',
    ],
    [
      { name: 'x', fields, chat_when: { headings: ['Type'] } },
      '"chat_when" is no condition',
      'Write it as {"headings": ["Status"], "values": ["closed"]}.',
    ],
    ...[null, 5, {}, [[]]].map((signature) => [
      { name: 'x', fields, signature },
      '"signature" is no ',
      undefined,
    ]),
    ...['nobody', [[]], [null]].map((missing) => [
      { name: 'x', fields: { ...fields, closed_by: { headings: ['By'], missing } } },
      '"missing" of "closed_by" is no ',
      undefined,
    ]),
    ...[['when_missing', 5] as const, ['separator', ['|']] as const, ['separator', null] as const].map(
      ([key, value]) => [
        { name: 'x', fields: { ...fields, closed_by: { headings: ['By'], [key]: value } } },
        `"${key}" of "closed_by" is no text`,
        undefined,
      ],
    ),
    ...['1e400', '"5"', '[1]'].map((rating) => [
      JSON.parse(
        `{ "name": "x", "fields": ${JSON.stringify({ ...fields, csat_score: { headings: ['a'] } }).replace('"a"]', `"a"], "ratings": { "5": ${rating} }`)} }`,
      ),
      '"ratings" of "csat_score" is no object of numbers',
      undefined,
    ]),
    [
      { name: 'x', fields: { ...fields, closed_by: { headings: ['B\0y'] } } },
      '"headings" of "closed_by" holds a NUL',
      undefined,
    ],
    [
      { name: 'x'.repeat(1001), fields, title: 4, options: [] },
      '"name" is longer than 1000 characters; "title" is no text; "options" is no object',
      undefined,
    ],
    [
      { name: 'x', fields, bot_when: { headings: ['a'], values: ['b'], value: 'c' } },
      '"bot_when" has no key "value". Did you mean "values"?',
      'Keys: headings, values.',
    ],
  ] as [Record<string, unknown>, string, string | undefined][])(
    'is refused with what is wrong in it: %j',
    (profile, what, hint) => {
      const error = errorOf(() => checkedProfile(profile));
      expect(error).toMatchObject({ code: 'bad_profile', exitCode: 2 });
      expect(error.message).toContain(`--profile: ${what}`);
      if (hint !== undefined) expect(error.hint).toBe(hint);
    },
  );

  test('reads a file by its own headings, units, words and conditions', async () => {
    const profile = {
      name: 'mine',
      fields: {
        ...fields,
        closed_by: { headings: ['By'], separator: ';', when_missing: 'Bot', missing: ['nobody'] },
        ended_at: { headings: ['Minutes'], after: 'started_at', unit: 'minutes' },
        agent_first_response_seconds: { headings: ['FRT'], unit: 'milliseconds' },
        csat_score: { headings: ['Mood'], ratings: { happy: 1, sad: 0, 'no answer': null } },
      },
      chat_when: { headings: ['Type'], values: ['chat'] },
      closed_when: { headings: ['State'], values: ['Closed'] },
      options: { 'csat-scale': '0-1', 'csat-satisfied': 1 },
    };
    const csv = [
      'Id,By,At,Minutes,FRT,Mood,Type,State',
      '1,Asha; Omar ,2021-02-15 10:00:00,10,2500,Happy,chat,closed',
      '2,nobody,2021-02-15 10:10:00,1.5,,no answer,Chat,closed',
      '3,Omar,2021-02-15 10:20:00,2,0:00:04,sad,chat,open',
      '4,Omar,2021-02-15 10:30:00,2,1000,sad,email,closed',
      '5,Omar,2021-02-15 10:40:00,2,1500,SAD,chat,CLOSED',
    ].join('\n');
    const { tables, data_quality, options } = await files.report(csv, { profile });
    expect(data_quality.rejected_by_reason).toEqual([{ reason: 'not a chat', rows: 1 }]);
    expect(tables.chat_metrics[0]).toMatchObject({
      incoming_chats: 4,
      closed_by_bot: 1,
      closed_by_agents: 2,
      open_chats: 1,
    });
    expect(tables.agent_metrics[1]).toMatchObject({
      agent: 'Omar',
      chats_resolved: 2,
      first_response_avg_seconds: 2,
      resolution_avg_seconds: (600 + 120) / 2,
      csat_avg: 0.5,
      csat_satisfied_rate: 0.5,
    });
    expect(data_quality.warnings).toMatchObject([{ kind: 'open_with_ended_at', rows: 1 }]);
    expect(options).toMatchObject({ csat_scale: '0-1', csat_satisfied: 1, profile: 'mine' });
  });

  test('compares its words under full case folding', async () => {
    const profile = {
      name: 'mine',
      fields: {
        ...fields,
        closed_by: { headings: ['By'], missing: ['Ουδεις'] },
        csat_score: { headings: ['Mood'], ratings: { Groß: 1, schlecht: 0 } },
      },
      closed_when: { headings: ['State'], values: ['ΚΛΕΙΣΤΟΣ'] },
      options: { 'csat-scale': '0-1', 'csat-satisfied': 1 },
    };
    const csv = [
      'Id,By,At,Mood,State',
      '1,Asha,2021-02-15 10:00:00,GROSS,κλειστος',
      '2,ΟΥΔΕΙΣ,2021-02-15 10:10:00,-,Κλειστοσ',
      '3,Asha,2021-02-15 10:20:00,Schlecht,ανοικτος',
    ].join('\n');
    const { tables } = await files.report(csv, { profile });
    expect(tables.chat_metrics[0]).toMatchObject({ closed_by_agents: 1, open_chats: 2 });
    expect(tables.agent_metrics[0]).toMatchObject({ csat_rated_chats: 1, csat_avg: 1 });
  });

  test('gives way to what the user says', async () => {
    const profile = { name: 'mine', fields, options: { period: 'day', bots: ['Robo'] } };
    const csv = 'Id,By,At\n1,Robo,2021-02-15 10:00:00\n2,System,2021-02-16 10:00:00\n';
    const { options, tables } = await files.report(csv, { profile, bots: ['System'] });
    expect(options).toMatchObject({ period: 'day', bots: ['System'] });
    expect(tables.agent_metrics.map(({ agent }) => agent)).toEqual([null, 'Robo']);
  });
});

describe('profiles by name', () => {
  test('are found in any spelling', () => {
    expect(profileNamed('Zendesk Chat').name).toBe('zendesk-chat');
  });

  test('that do not exist are named with the nearest', () => {
    expect(errorOf(() => profileNamed('livechatt'))).toEqual({
      code: 'unknown_profile',
      message: 'There is no profile "livechatt". Did you mean "livechat"?',
      hint: `Profiles: ${allProfiles.map(({ name }) => name).join(', ')}. A file of your own: --profile ./my.json`,
      exitCode: 2,
    });
  });

  test('have different names, and each passes the check of a user profile', () => {
    expect(new Set(allProfiles.map(({ name }) => name)).size).toBe(allProfiles.length);
    for (const profile of allProfiles) expect(checkedProfile({ ...profile })).toEqual(profile);
  });

  test('that fit no better than the generic one leave a file to it', () => {
    expect(bestMatch(['Chat Id', 'Agent', 'Started', 'Rating'], {}, null).profile.name).toBe('generic');
  });
});

describe('units', () => {
  test.each([
    [{ csat_score: 'days' }, '--unit: "csat_score" is no duration.'],
    [
      { agent_first_response_seconds: 'minute' },
      '--unit: there is no unit "minute". Did you mean "minutes"?',
    ],
  ])('are checked: %j', (units: Record<string, string>, message) => {
    expect(errorOf(() => checkedUnits(units))).toMatchObject({ message, exitCode: 2 });
  });

  test.each([
    ['First reply time in minutes', 'minutes'],
    ['First response time (in hrs)', 'hours'],
    ['AgentFirstResponseTimeInMillis', 'milliseconds'],
    ['frt_ms', 'milliseconds'],
    ['FirstResponseTime', null],
    ['first response time', null],
  ])('are read from the heading %s', (heading, unit) => {
    expect(headingUnit(heading)).toBe(unit);
  });
});

describe('the zone of a heading', () => {
  test.each([
    ['Conversation started at (America/New_York)', 'Conversation started at', 'America/New_York'],
    ['chat creation date UTC', 'chat creation date', 'UTC'],
    ['chat start date Europe/London', 'chat start date', 'Europe/London'],
    ['Start Time (UTC+0)', 'Start Time', 'UTC'],
    ['Start Time (UTC+5:30)', 'Start Time', '+05:30'],
    ['Start Time (GMT-03:00)', 'Start Time', '-03:00'],
    ['Start Time', 'Start Time', null],
    ['Start (Nowhere/Nothing)', 'Start (Nowhere/Nothing)', null],
  ])('%s', (heading, base, zone) => {
    expect(headingZone(heading)).toEqual({ base, zone });
  });

  test('makes the times of its column instants', async () => {
    const csv =
      'Chat Id,Agent,Started (America/New_York)\n1,A,2021-03-13 23:30:00\n2,A,2021-03-14 12:00:00\n';
    const inSource = await files.report(csv);
    expect(inSource.source).toMatchObject({
      timezone: 'America/New_York',
      first_chat_at: '2021-03-13 23:30:00',
    });
    const inUtc = await files.report(csv, { timezone: 'UTC' });
    expect(inUtc.source).toMatchObject({
      first_chat_at: '2021-03-14 04:30:00',
      last_chat_at: '2021-03-14 16:00:00',
    });
  });

  test('gives way to --source-timezone', async () => {
    const csv = 'Chat Id,Agent,Started (UTC)\n1,A,2021-02-15 10:00:00\n';
    const { source } = await files.report(csv, { sourceTimezone: 'Asia/Kolkata', timezone: 'UTC' });
    expect(source.first_chat_at).toBe('2021-02-15 04:30:00');
  });
});
