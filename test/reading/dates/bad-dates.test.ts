import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../../src/engines/duckdb/duckdb-engine.js';
import type { Engine } from '../../../src/engines/engine.js';
import { readTimes } from './read-times.js';
import { tempFiles } from '../temp-files.js';

const files = tempFiles();
let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
});
afterAll(() => engine.close());

const heading = 'RoomCode,ClosedBy,ChatStartTime,ChatEndTime,AgentAssignmentTimestamp';
const csv = (...lines: string[]): string => `${[heading, ...lines].join('\n')}\n`;
const good = '1,Asha,2021-11-10T17:30:56Z,2021-11-10T17:40:56Z,2021-11-10T17:31:00Z';
const z = '2021-11-10T17:30:56Z';

const badRows: [what: string, line: string][] = [
  ['an empty started_at', `2,Asha,,${z},${z}`],
  ['an empty started_at beside a time without a zone', '2,Asha,,10/11/2021 10:00,2021-11-10 10:00'],
  ['a started_at that is no date', `2,Asha,soon,${z},${z}`],
  ['a started_at that is no date beside a wall time', '2,Asha,soon,2021-11-10 10:00,-'],
  ['a started_at that is a small number', '2,Asha,12,-,-'],
  ['an impossible started_at', '2,Asha,31-02-2021 10:00,-,-'],
  ['an impossible ended_at', `2,Asha,${z},31-02-2021,-`],
  ['an impossible assigned_at', `2,Asha,${z},${z},2021-02-30 10:00`],
  ['no id and wall times', ',Asha,10/11/2021 17:30,10-11-2021 17:40,-'],
];

describe('in a file of instants one row with', () => {
  it.each(badRows)('%s needs no zone and gives no note', async (_, line) => {
    const after = await readTimes(engine, [await files.write(csv(good, line))], { timezone: 'Asia/Kolkata' });
    expect([after.zone, after.notes]).toEqual(['Asia/Kolkata', []]);
    const before = await readTimes(engine, [await files.write(csv(line, good))]);
    expect([before.zone, before.notes]).toEqual(['UTC', []]);
    expect(before.evidence).toEqual(['every date says its order itself (year first, or a month name)']);
  });

  it('a readable wall time needs to know its zone', async () => {
    const path = await files.write(csv(good, `2,Asha,${z},2021-11-10 17:40,-`));
    await expect(readTimes(engine, [path], { timezone: 'Asia/Kolkata' })).rejects.toThrow('in which zone');
    expect((await readTimes(engine, [path])).notes).toEqual([
      expect.stringContaining('Some times carry a zone and others do not'),
    ]);
  });
});

describe('in a file of wall times', () => {
  it('one impossible instant does not make the others UTC', async () => {
    const path = await files.write(csv('1,Asha,2021-11-10 17:30,-,-', '2,Asha,2021-02-31T10:00:00Z,-,-'));
    const { zone, notes } = await readTimes(engine, [path]);
    expect([zone, notes]).toEqual([null, []]);
  });
});

describe('beside a file of instants', () => {
  it('a file that has only bad rows needs no zone', async () => {
    const paths = [await files.write(csv(good)), await files.write(csv('2,Asha,31-02-2021 10:00,-,-'))];
    const { notes, zone } = await readTimes(engine, paths, { timezone: 'Asia/Kolkata' });
    expect([zone, notes]).toEqual(['Asia/Kolkata', []]);
  });
});
