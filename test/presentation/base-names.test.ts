import { expect, it } from 'vitest';
import { withBaseNames } from '../../src/presentation/base-names.js';
import { soundCsv } from '../cli/exports.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();

it('a report names its files without their folders, but where that would not tell them apart', async () => {
  const report = await files.report(soundCsv);
  const [file] = report.source.files;
  if (!file) throw new Error('no file');
  const named = (name: string) => ({ ...file, name });
  const names = ['/home/me/secret/jan/a.csv', '/home/me/secret/feb/a.csv', 'x/b.csv', 'c.csv'];
  const quality = {
    ...report.data_quality,
    notes: names.map((name) => `${name} has no column for csat_score.`),
    rejected_examples: [{ file: 'x/b.csv', line: 2, reason: 'no start', text: '' }],
    warnings: [
      {
        kind: 'k',
        message: 'x/b.csv: odd',
        rows: 1,
        examples: [{ file: 'x/b.csv', chat_id: 'c', value: 'v' }],
      },
    ],
  };
  const source = { ...report.source, files: names.map(named) };
  const shown = withBaseNames({ ...report, source, data_quality: quality }, names);
  expect(shown.source.files.map(({ name }) => name)).toEqual(['jan/a.csv', 'feb/a.csv', 'b.csv', 'c.csv']);
  expect(JSON.stringify(shown.data_quality)).not.toMatch(/secret|x\/b/);
  expect(withBaseNames({ ...report, source }, []).source.files.map(({ name }) => name)).toEqual(names);
});
