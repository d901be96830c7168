import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { generateReport, type Report, type ReportOptionsSpec } from '../../src/index.js';

export interface TempFiles {
  /** Writes a file into the temporary folder; returns its path. */
  write: (content: string | Uint8Array, name?: string) => Promise<string>;
  /** The report of one file of this content. */
  report: (content: string | Uint8Array, options?: ReportOptionsSpec) => Promise<Report>;
  path: (name: string) => string;
}

/** A temporary folder for the tests of one file, removed after them. */
export function tempFiles(): TempFiles {
  let folder = '';
  let count = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chat-metrics-test-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  const write = async (
    content: string | Uint8Array,
    name = `${String((count += 1))}.csv`,
  ): Promise<string> => {
    await writeFile(path(name), content);
    return path(name);
  };
  const report = async (content: string | Uint8Array, options: ReportOptionsSpec = {}): Promise<Report> =>
    generateReport({ ...options, files: await write(content) });
  return { write, report, path };
}
