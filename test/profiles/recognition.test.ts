import { describe, expect, it } from 'vitest';
import { checkedProfile } from '../../src/reading/profiles/check-profile.js';
import { rankProfiles } from '../../src/reading/profiles/choose-profile.js';
import { csvFields } from '../../src/files/csv/csv-rows.js';
import { profiles } from '../../src/reading/profiles/all.js';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import { generateReport, UserError } from '../../src/index.js';
import { parseOptions } from '../../src/options/options.js';
import { inspectFile } from '../../src/report/inspect.js';
import { examples, shapes, totals } from './examples.js';

function headingsOf(profile: string): string[] {
  const lines = (examples[profile] ?? '').split('\n');
  return csvFields(lines[profile === 'chatwoot-reports' ? 2 : 0] ?? '', ',');
}

async function inspected(profile: string) {
  const file = await fileSource(`test/profiles/examples/${profile}.csv`);
  return inspectFile(
    file,
    parseOptions({}, (name) => name),
    await openDuckDb(),
  );
}

describe('every profile that comes with the program', () => {
  it.each(profiles.map((profile) => [profile.name, profile] as const))(
    '%s is a sound profile',
    (_, profile) => {
      expect(() => checkedProfile({ ...profile })).not.toThrow();
      expect(() => parseOptions(profile.options ?? {}, (name) => name)).not.toThrow();
      expect(profile.title && profile.evidence).toBeTruthy();
      expect(Object.keys(examples)).toContain(profile.name);
    },
  );

  it('has a name of its own', () => {
    expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length);
  });
});

describe('each example is recognised as what it is', () => {
  it.each(Object.keys(examples))('%s, and nothing explains it as well', (profile) => {
    const [best, second] = rankProfiles(headingsOf(profile)).filter(({ fits }) => fits);
    expect(best?.profile.name).toBe(profile);
    const isSuperset = profile === 'verloop';
    if (second && !isSuperset) expect(best?.score).toBeGreaterThan(second.score);
  });

  it.each(shapes.map(({ profile }) => profile))(
    '%s is read by its profile, which finds its fields',
    async (name) => {
      const { source, profile_scores: scores } = await inspected(name);
      const [file] = source.files;
      expect(file?.profile).toBe(name);
      expect(scores[0]?.profile).toBe(name);
      const known = profiles.find((profile) => profile.name === name);
      const fields = file?.columns.flatMap(({ field }) => field ?? []).sort();
      expect(fields).toEqual(Object.keys(known?.fields ?? {}).sort());
      const unverified = Object.entries(known?.fields ?? {}).flatMap(([field, { unverified: is }]) =>
        is ? field : [],
      );
      const marked = file?.columns.flatMap(({ field, is_unverified }) =>
        field && is_unverified ? field : [],
      );
      expect(marked?.sort()).toEqual(unverified.sort());
    },
  );

  it('by the bots of its platform too', async () => {
    const { closers } = await inspected('livechat');
    expect(closers.filter(({ is_bot }) => is_bot)).toEqual([{ name: 'chatbot', is_bot: true, chats: 7 }]);
  });
});

describe('a file with headings that many platforms have is read by the names of its fields', () => {
  it.each([
    ['Ticket ID', 'Status', 'Agent', 'Created time', 'Closed time'],
    ['Conversation ID', 'Agent name', 'Created at', 'Status'],
    ['Id', 'Assignee', 'Created at', 'Status', 'Rating'],
    ['id', 'user', 'agent', 'timestamp', 'rating'],
  ])('%s, %s, %s, %s', (...headings) => {
    const fitting = rankProfiles(headings).filter(({ fits }) => fits);
    expect(fitting.map(({ profile }) => profile.name).filter((name) => name !== 'generic')).toEqual([]);
  });
});

describe('other spellings of a platform are its own too:', () => {
  const fieldsOf = (headings: readonly string[]): Record<string, string> => {
    const [best] = rankProfiles(headings);
    const found = best?.columns.flatMap(({ heading, field }) => (field ? [[field, heading]] : []));
    return { profile: best?.profile.name, ...Object.fromEntries(found ?? []) };
  };

  it('the keys of the stream of Amazon Connect', () => {
    const headings = ['ContactId', 'Channel', 'InitiationTimestamp', 'DisconnectTimestamp', 'Agent.Username'];
    expect(fieldsOf([...headings, 'Agent.ConnectedToAgentTimestamp'])).toEqual({
      profile: 'amazon-connect',
      chat_id: 'ContactId',
      closed_by: 'Agent.Username',
      started_at: 'InitiationTimestamp',
      ended_at: 'DisconnectTimestamp',
      assigned_at: 'Agent.ConnectedToAgentTimestamp',
    });
  });

  it('a Salesforce report without the time of the request starts when an agent takes the chat', () => {
    const headings = ['Chat Key', 'Owner: Full Name', 'Start Time', 'End Time', 'Status'];
    expect(fieldsOf(headings)).toMatchObject({ profile: 'salesforce', started_at: 'Start Time' });
    expect(fieldsOf(headings)).not.toHaveProperty('assigned_at');
  });

  it('Freshservice, which writes its headings in title case', () => {
    const headings = [
      'Ticket Id',
      'Agent',
      'Status',
      'Created Time',
      'Resolved Time',
      'First Response Time (in Hrs)',
    ];
    expect(fieldsOf(headings)).toMatchObject({
      profile: 'freshdesk',
      agent_first_response_seconds: 'First Response Time (in Hrs)',
    });
  });

  it('LiveChat in UTC, with more operators', () => {
    const headings = [
      'conferenceId',
      'chat start date UTC',
      'operator 1 nick',
      'operator 2 nick',
      'operator 3 nick',
    ];
    expect(fieldsOf([...headings, 'last operator id'])).toMatchObject({
      profile: 'livechat',
      started_at: 'chat start date UTC',
      closed_by: 'last operator id',
    });
  });
});

describe('a file of totals is refused with its reason', () => {
  it.each(Object.keys(totals))('%s', async (name) => {
    const error: unknown = await generateReport({ files: `test/profiles/examples/${name}.csv` }).catch(
      (reason: unknown) => reason,
    );
    const refused = profiles.find((profile) => profile.name === name)?.refused;
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).code).toBe('no_chats_but_totals');
    expect((error as UserError).message).toContain(String(refused));
  });
});
