import { describe, expect, it } from 'vitest';
import { settingsFor } from '../../src/engines/duckdb/small-files.js';

const file = (name: string, bytes: number) => ({ name, bytes, open: () => new Blob([]).stream() });

describe('the engine of a small file', () => {
  const oneThread = { threads: 1, lanes: 2 };

  it('has one thread, and two statements at a time', () => {
    expect(settingsFor([file('chats.csv', 4_999_999)])).toEqual(oneThread);
    expect(settingsFor([])).toEqual(oneThread);
  });

  it('has those of the machine where files are large together, or would be when they are unpacked', () => {
    expect(settingsFor([file('one.csv', 2_500_000), file('other.csv', 2_500_000)])).toEqual({});
    expect(settingsFor([file('chats.xlsx', 750_000)])).toEqual({});
    expect(settingsFor([file('chats.xlsx', 749_999)])).toEqual(oneThread);
  });
});
