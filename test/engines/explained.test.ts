import { expect, it } from 'vitest';
import { explained } from '../../src/engines/duckdb-wasm/explained.js';
import { type UserError, wrongUse } from '../../src/errors.js';

const codes: [message: string, code: string][] = [
  [
    'Out of Memory Error: could not allocate block of size 256.0 KiB (3.1 GiB/3.1 GiB used)',
    'too_big_for_browser',
  ],
  ['Array buffer allocation failed', 'too_big_for_browser'],
  ['query was canceled', 'cancelled'],
  ['INTERRUPT Error: Interrupted!', 'cancelled'],
  ['NotReadableError: The requested file could not be read', 'cannot_read'],
];

it.each(codes)('"%s" is told as %s', (message, code) => {
  expect(explained(new Error(message), 'chats.csv')).toMatchObject({ name: 'UserError', code });
});

it('a breakdown of the engine is told as that', () => {
  const trap = Object.assign(new Error('memory access out of bounds'), { name: 'RuntimeError' });
  expect(explained(trap, null)).toMatchObject({
    code: 'engine_failed',
    message: 'The engine in this browser stopped: memory access out of bounds',
  });
});

it('what does not fit is told with the command for the file', () => {
  const error = explained(new Error('Out of Memory Error: failed'), 'my chats.csv') as UserError;
  expect(error.message).toBe('my chats.csv is too big for this browser: its engine has no more memory.');
  expect(error.hint).toMatch(/: chat-metrics report "my chats\.csv"$/);
});

it('other errors stay what they are: faults of the program, and what people were told already', () => {
  const fault = new Error('Catalog Error: Table with name nowhere does not exist!');
  const told = wrongUse('no_files', 'No file is named, as the allocation failed.');
  expect([explained(fault, null), explained(told, null), explained('odd', null)]).toEqual([
    fault,
    told,
    'odd',
  ]);
});
