import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import type { MakeFile } from './generated.js';

/** The same bytes at random every time. */
function noise(length: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < length / 32; at += 1) parts.push(createHash('sha256').update(String(at)).digest());
  return Buffer.concat(parts);
}

const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), noise(2048)]);

export const odds: Record<string, MakeFile> = {
  png: (path) => writeFileSync(path, picture),
  'random-bytes': (path) => writeFileSync(path, noise(8192)),
  'nothing-but-nul': (path) => writeFileSync(path, Buffer.alloc(100_000)),
  sqlite: (path) =>
    writeFileSync(path, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)])),
  'folder-named-csv': (path) => mkdirSync(path),
  'link-to-nowhere': (path) => symlinkSync('nowhere.csv', path),
  'no-such-file': () => undefined,
  'null-device': () => undefined,
};
