import { describe, expect, it } from 'vitest';
import { lookAtStatus } from '../../src/reading/open-status.js';
import { bestMatch } from '../../src/reading/profiles/choose-profile.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();

/** What a column of yes and no says of chats that all have a closer, every other one with an end. */
function look(heading: string, values: readonly string[], hasEnds = false) {
  const match = bestMatch(['Chat ID', 'Agent', 'Start time', 'End time', heading], {}, null);
  const rows = values.map((value, at) => [
    `c${String(at)}`,
    'Asha',
    '2026-02-01',
    hasEnds ? '2026-02-02' : '',
    value,
  ]);
  return lookAtStatus(match, rows, null);
}

describe('a column of yes and no decides which chats are open', () => {
  it.each([
    ['Is Open', ['true', 'false', 'false'], ['true']],
    ['is_open', ['1', '0'], ['1']],
    ['Open?', ['No', 'Yes'], ['Yes']],
    ['Closed?', ['yes', 'no', 'yes'], ['no']],
    ['Is Closed', ['TRUE', 'FALSE'], ['FALSE']],
    ['Resolved', ['Y', 'N'], ['N']],
    ['Geschlossen', ['Ja', 'Nein'], ['Nein']],
    ['Résolu', ['oui', 'non'], ['non']],
    ['Cerrado', ['Sí', 'No'], ['No']],
    ['Kapalı mı', ['Evet', 'Hayır'], ['Hayır']],
    ['Closed', ['✅', '❌'], ['❌']],
  ])('%s', (heading, values, open) => {
    expect(look(heading, values)).toMatchObject({ heading, isUsed: true, rows: 1, examples: open });
  });

  it('with values that come after the first rows too', () => {
    expect(look('Closed?', ['yes', 'yes'])?.words).toContain('no');
  });

  it('but not where its values are something else', () => {
    expect(look('Closed', ['2026-02-01 10:00:00', '2026-02-02 10:00:00'])).toBeNull();
    expect(look('Open', ['3', '0', '17'])).toBeNull();
    expect(look('Closed Hour', ['1.15', '10.00'])).toBeNull();
  });

  it('nor where a question that is not resolved stands beside an end', () => {
    expect(look('Resolved', ['yes', 'no'], true)).toMatchObject({ isUsed: false });
    expect(look('Closed?', ['yes', 'no'], true)).toMatchObject({ isUsed: true });
  });

  it('and a report says so, with the option', async () => {
    const csv = (heading: string): string =>
      [
        'Chat ID,Agent,Start time,End time',
        'a,Asha,2026-02-01 10:00:00,2026-02-01 10:05:00',
        'b,Ben,2026-02-01 11:00:00,2026-02-01 11:05:00',
      ]
        .map((line, at) => `${line},${[heading, 'yes', 'no'][at] ?? ''}`)
        .join('\n');
    const closed = await files.report(csv('Closed?'));
    expect(closed.tables.chat_metrics[0]?.['open_chats']).toBe(1);
    expect(closed.data_quality.notes.join('\n')).toMatch(
      /column "Closed\?" \("no"\) 1 of the 2 rows .*--open-status -/,
    );
    const resolved = await files.report(csv('Resolved'));
    expect(resolved.tables.chat_metrics[0]?.['open_chats']).toBe(0);
    expect(resolved.data_quality.notes.join('\n')).toMatch(
      /column "Resolved" is left aside.*--open-status no/,
    );
  });
});
