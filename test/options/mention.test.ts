import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { asFlag, asOption, inWords, mention, type MentionWords } from '../../src/options/mention.js';

const asKey: MentionWords = (name, value) => `<${name}${value === null ? '' : `=${value}`}>`;
const text = `Say ${mention('dateOrder', 'mdy')}, or ${mention('unit', 'a="b c"')} with ${mention('from')}.`;

it('a text that names options is said in the words of each surface', () => {
  expect(inWords(text, asFlag)).toBe('Say --date-order mdy, or --unit a="b c" with --from.');
  expect(inWords(text, asKey)).toBe('Say <dateOrder=mdy>, or <unit=a="b c"> with <from>.');
});

it('a text that names none stays as it is', () => {
  expect(inWords('chats --from {from}.csv', asKey)).toBe('chats --from {from}.csv');
});

it('an error names options as the command line does, and in other words where asked', () => {
  const error = new UserError({ code: 'x', message: mention('from'), hint: mention('to', '1'), exitCode: 2 });
  expect([error.message, error.hint]).toEqual(['--from', '--to 1']);
  expect(error.inWords(asKey)).toEqual({ message: '<from>', hint: '<to=1>' });
  const bare = new UserError({ code: 'x', message: 'Just so.', exitCode: 2 });
  expect(bare.inWords(asKey)).toEqual({ message: 'Just so.', hint: undefined });
});

it('several values of one option are one object in the words of the library', () => {
  const maps = ['chat_id="Id"', 'closed_by="Agent"'].map((pair) => mention('map', pair)).join(' ');
  expect(inWords(maps, asOption)).toBe('map: { chat_id: "Id", closed_by: "Agent" }');
  expect(inWords(maps, asFlag)).toBe('--map chat_id="Id" --map closed_by="Agent"');
});
