import { expect, test } from 'vitest';
import { kindOf } from '../../src/files/kind.js';
import { allBytes } from '../../src/files/streams.js';
import { sourcesOf } from '../../src/web/worker/sources.js';
import { textRow, workbook } from '../files/workbook-parts.js';

test('how far a file is read is counted in ranges too, anew from its beginning on', async () => {
  const content = new Uint8Array(workbook({ sheets: [{ name: 'a', rows: textRow(1, ['x']) }] }));
  const [file] = sourcesOf({ files: [{ name: 'a.xlsx', blob: new Blob([content]) }] });
  if (!file) throw new Error('no file');
  const { source, read } = file;
  await kindOf(source);
  expect(read).toEqual({ name: 'a.xlsx', bytes: content.length });
  await allBytes(source.slice?.(0, 10) ?? source.open());
  await allBytes(source.slice?.(100, 120) ?? source.open());
  expect(read.bytes).toBe(30);
  await allBytes(source.open());
  expect(read.bytes).toBe(content.length);
});
