import { describe, expect, it } from 'vitest';
import { likeNotes } from '../../src/report/reading/id-likeness.js';

describe('ids that may be one, written in two ways, are told and stay two', () => {
  it.each([
    ['case', ['C1008', 'C1009', 'c1008', 'c1009'], 'C1008 and c1008 (2 pairs'],
    ['case, of one pair among ids of one case each', ['C1008', 'C1009', 'c1008'], 'C1008 and c1008 (1 pair'],
    ['a number sign', ['1008', '#1008'], '1008 and #1008 (1 pair'],
    ['a comma', ['1008', '1,008'], '1008 and 1,008 (1 pair'],
  ])('by %s', (_, ids, told) => {
    const notes = likeNotes('chat_id', ids);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(`Some values of chat_id differ in their writing alone, such as ${told}`);
    expect(notes[0]).toContain('they count as different');
  });

  it.each([
    ['+49 170 1234567', '0049170 1234567'],
    ['+49 170 1234567', '(0170) 123-4567'],
    ['491701234567', '+491701234567'],
    ['01701234567', '491701234567'],
  ])('as telephone numbers: %s and %s', (one, other) => {
    expect(likeNotes('user_id', [one, other])[0]).toContain(
      `are telephone numbers that may be one in two forms, such as ${one} and ${other} (1 pair`,
    );
    expect(likeNotes('chat_id', [one, other])).toEqual([]);
  });

  it.each([
    ['other ids', ['1008', '2008', 'aB', 'cD']],
    ['one pair of codes that differ in case', ['aBc4', 'AbC4', 'x', 'y']],
    ['long numbers that end alike', ['1500123456789', '1600123456789']],
    ['short numbers with a zero', ['0123', '123']],
    ['the same id twice', ['C1', 'C1']],
    ['addresses, which are one in any case', ['a@b.de', 'A@b.de', 'c@b.de', 'C@b.de']],
  ])('but not %s', (_, ids) => expect(likeNotes('user_id', ids)).toEqual([]));
});
