import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/**
 * Compares a text with a golden file. A missing golden is written, but never in CI; where they differ, the text is left
 * beside it as `NAME-changed` for a person to compare.
 */
export function expectGolden(path: string, text: string | null): void {
  const changed = path.replace(/(\.\w+)$/, '-changed$1');
  rmSync(changed, { force: true });
  const golden = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (golden === text) return;
  if (golden === null && text !== null && !process.env['CI']) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  if (text !== null && golden !== null) writeFileSync(changed, text);
  expect(text, `${path} is not as it was: see ${changed}`).toBe(golden);
}
