import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inChunks } from '../../src/sample/order.js';
import { sampleCsv } from '../../src/sample/sample.js';
import { rows, text } from './read-sample.js';

const HEADINGS =
  'RoomCode,UserId,ClosedBy,ClosingComment,ChatStartTime,ChatEndTime,AgentAssignmentTimestamp,BotFirstResponseTime,AgentFirstResponseTime,CsatScore\n';

describe('the text of a sample', () => {
  it('is the same for the same seed and another for another seed', () => {
    const seeds = [0, 1, 2, 3, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER];
    const texts = seeds.map((seed) => text({ chats: 300, seed }));
    expect(seeds.map((seed) => text({ chats: 300, seed }))).toEqual(texts);
    expect(new Set(texts).size).toBe(seeds.length);
  });

  it('never changes by accident', () => {
    const digest = createHash('sha256')
      .update(text({ chats: 5_000, seed: 7 }))
      .digest('hex');
    expect(digest).toBe('65aa99b19a492d2c9d45c46d20fe71c4638378f8123f2e99285768d5723ac9bb');
  });

  it('is what examples/data_dump.csv holds for 2,000 chats of seed 1', () => {
    const example = readFileSync(new URL('../../examples/data_dump.csv', import.meta.url), 'utf8');
    expect(text({ chats: 2_000, seed: 1 }) === example).toBe(true);
  });

  it('begins with the headings and uses line feeds alone', () => {
    expect(text({ chats: 0, seed: 1 })).toBe(HEADINGS);
    const written = text({ chats: 1_000, seed: 1 });
    expect(written.startsWith(HEADINGS)).toBe(true);
    expect(written.endsWith('\n')).toBe(true);
    expect(written).not.toMatch(/[\r\t\u00a0\ufeff]/u);
  });

  it.each([0, 1, 2, 7, 59, 60, 61, 1_000, 12_345])('has exactly as many rows as asked for: %i', (chats) => {
    const read = rows({ chats, seed: 11 });
    expect(read).toHaveLength(chats);
    expect(new Set(read.map((row) => row.id)).size).toBe(chats);
  });
});

describe('the chunks of a sample', () => {
  it('hold about 64 KB each', () => {
    const lengths = [...sampleCsv({ chats: 3_000, seed: 1 })].map((chunk) => chunk.length);
    expect(lengths.length).toBeGreaterThan(4);
    for (const length of lengths.slice(0, -1)) {
      expect(length).toBeGreaterThanOrEqual(65_536);
      expect(length).toBeLessThan(66_000);
    }
  });

  it('can be read again from the start', () => {
    const chunks = sampleCsv({ chats: 1_500, seed: 4 });
    expect([...chunks]).toEqual([...chunks]);
  });

  it('give the same text at any size', () => {
    const lines = text({ chats: 200, seed: 5 }).split(/(?<=\n)/);
    for (const size of [1, 100, 5_000, 10 ** 9]) {
      expect([...inChunks(lines, size)].join('')).toBe(lines.join(''));
    }
  });

  it('come one at a time, so that the first of 100,000,000 chats is there at once', () => {
    const chunks = sampleCsv({ chats: 100_000_000, seed: 1 })[Symbol.iterator]();
    const before = performance.now();
    expect(chunks.next().value).toContain(HEADINGS);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('a wrong request for a sample', () => {
  it.each([
    [{ chats: -1, seed: 1 }, 'chats is -1'],
    [{ chats: 1.5, seed: 1 }, 'chats is 1.5'],
    [{ chats: NaN, seed: 1 }, 'chats is NaN'],
    [{ chats: 2e9, seed: 1 }, 'from 0 to 1000000000'],
    [{ chats: 1, seed: -3 }, 'seed is -3'],
    [{ chats: 1, seed: 0.5 }, 'seed is 0.5'],
    [{ chats: 1, seed: 1, from: '2026-02-30' }, "from is '2026-02-30'"],
    [{ chats: 1, seed: 1, from: '02-02-2026' }, 'written as 2026-02-02'],
    [{ chats: 1, seed: 1, from: '1969-12-31' }, 'between 1970-01-01 and 2104-12-30'],
    [{ chats: 1, seed: 1, from: '2104-12-31' }, 'between 1970-01-01 and 2104-12-30'],
  ])('is refused before anything is made: %j', (spec, message) => {
    expect(() => sampleCsv(spec)).toThrow(RangeError);
    expect(() => sampleCsv(spec)).toThrow(message);
  });
});
