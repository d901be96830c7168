import { expect, it } from 'vitest';
import { spaceNote } from '../../src/cli/local-engine.js';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { desk } from './program.js';

const { run, write } = desk();

it('work that needs little temporary space is not talked of', () => {
  expect(spaceNote(100_000_000, 5e9, '/tmp')).toBeNull();
});

it('before work that needs much temporary space, how much is said, and how much is free', () => {
  expect(spaceNote(3.9e9, 76e9, '/tmp/run')).toBe(
    'This takes up to 3.9 GB in /tmp/run until the report is done; 76.0 GB are free there.',
  );
});

it('where less is free, it is said how to name another disk', () => {
  expect(spaceNote(3.9e9, 1e9, '/tmp')).toContain(
    '1.0 GB are free there. That may not be enough: a larger disk can be named in the environment variable TMPDIR.',
  );
});

it('a small report tells nothing of space', async () => {
  write('chats.csv', 'chat_id,closed_by,started_at\nc1,Asha,2026-01-01 10:00:00\n');
  expect((await run('report', 'chats.csv')).stderr).not.toContain('free there');
});

it('memory that is used up ends with a message that says what to do', async () => {
  const engine = await openDuckDb({ memory: 20_000_000, threads: 1 });
  try {
    await expect(engine.query('select len(list(range)) from range(30000000)')).rejects.toMatchObject({
      code: 'no_room',
      message: expect.stringContaining('Memory and temporary space are used up: ') as string,
      hint: expect.stringContaining('TMPDIR') as string,
    });
  } finally {
    await engine.close();
  }
});
