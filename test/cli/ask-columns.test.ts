import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askColumns } from '../../src/cli/ask-columns.js';
import { parseOptions } from '../../src/options/options.js';
import { lookAtColumns } from '../../src/report/inspect.js';
import { endingOf, sourceOf } from '../files/sources.js';

const rows = Array.from(
  { length: 12 },
  (_, at) =>
    `q${String(at)}x,p${String(at % 5)},${['Asha', 'Ben'][at % 2] ?? ''},2026-02-0${String(1 + (at % 9))} 10:00:00,${String(at)}`,
);

/** What is taken of a file whose headings say little, and what was asked and told, where a user gives some lines. */
async function asked(headings: string, answers: string, isTerminal = true) {
  const file = sourceOf([headings, ...rows].join('\n'), 'chats.csv');
  const look = await lookAtColumns(file, parseOptions({}));
  const stdin = Object.assign(Readable.from([answers]), { isTTY: isTerminal });
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const map = await askColumns(look, { folder: '.', stdin, stdout, stderr });
  return { map, said: String(stderr.read() ?? '') };
}

describe('questions about columns, in a terminal', () => {
  it('are asked of doubtful columns, and Enter takes what is proposed', async () => {
    const { map, said } = await asked('Ref,Payer,Desk,Moment,N', '\n\n\n\n\n');
    expect(map).toEqual({ closed_by: 'Desk', started_at: 'Moment' });
    expect(said).toContain('is it "Desk"? (');
    expect(said).toMatch(/\(chat_id\), .*Which column is it\?/);
    expect(said).toContain('The same without questions: --map closed_by="Desk" --map started_at="Moment"');
  });

  it('take a heading in any case, the number of a column, and no', async () => {
    const { map } = await asked('Ref,Payer,Desk,Moment,N', 'no\nmoment\n3\n');
    expect(map).not.toHaveProperty('chat_id');
    expect(Object.values(map).sort()).toEqual(['Desk', 'Moment']);
  });

  it('are asked again where the answer is no column, and no column is taken twice', async () => {
    const { said, map } = await asked('Ref,Payer,Desk,Moment,N', 'Nonsense\nRef\nRef\nRef\n');
    expect(said).toContain('There is no column "Nonsense". Columns: 1 Ref, 2 Payer, 3 Desk, 4 Moment, 5 N.');
    expect(said).toContain('"Ref" is taken already.');
    expect(Object.values(map)).toEqual(['Ref']);
  });

  it('end where the user leaves: what was taken so far is kept', async () => {
    expect((await asked('Ref,Payer,Desk,Moment,N', '')).map).toEqual({});
  });

  it('are not asked of headings that say what they hold', async () => {
    const { map, said } = await asked('Chat ID,User,Agent,Start time,N', '');
    expect({ map, said }).toEqual({ map: {}, said: '' });
  });

  it('need a terminal', async () => {
    expect(await endingOf(() => asked('Ref,Payer,Desk,Moment,N', '', false))).toMatchObject({
      code: 'not_a_terminal',
      hint: expect.stringContaining('--map FIELD=HEADING'),
    });
  });
});
