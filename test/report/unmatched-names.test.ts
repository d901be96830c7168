import { expect, it } from 'vitest';
import { soundCsv } from '../cli/exports.js';
import { tempFiles } from '../reading/temp-files.js';
import type { ReportOptionsSpec } from '../../src/index.js';

const files = tempFiles();

async function notesWith(options: ReportOptionsSpec): Promise<string[]> {
  const { data_quality: quality } = await files.report(soundCsv, options);
  return quality.notes.filter((note) => note.includes('of the files'));
}

it.each<[string, ReportOptionsSpec, string]>([
  [
    'bots',
    { bots: 'Sytem,Asha' },
    '--bots: no chat of the files is closed by "Sytem". The closers are: "Asha", "Bot".',
  ],
  [
    'a bot that is misspelt',
    { bots: 'Ahsa' },
    '--bots: no chat of the files is closed by "Ahsa". Did you mean "Asha"? The closers are: "Asha", "Bot".',
  ],
  [
    'reasons',
    { timeoutReasons: 'Timed out' },
    '--timeout-reasons: no chat of the files has the closing reason "Timed out". The closing reasons are: "Completed".',
  ],
  [
    'nobody',
    { nobody: 'Queue' },
    '--nobody: no chat of the files has "Queue" as its closer. The closers are: "Asha", "Bot".',
  ],
])(
  '%s that the files do not have are named in a note, with those that they have',
  async (_, options, note) => {
    expect(await notesWith(options)).toEqual([note]);
  },
);

it('names that the files have, the usual ones and "none" are no matter', async () => {
  for (const options of [
    {},
    { bots: 'System,Bot,ASHA' },
    { nobody: '-' },
    { nobody: '(Asha)' },
    { timeoutReasons: 'completed,Closing inactive room' },
  ])
    expect(await notesWith(options)).toEqual([]);
});
