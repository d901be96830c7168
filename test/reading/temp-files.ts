import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import {
  generateReport,
  openDuckDb,
  type Engine,
  type Report,
  type ReportOptionsSpec,
} from '../../src/index.js';
import { kept } from '../engines/with-chats.js';

export interface TempFiles {
  /** Writes a file into the temporary folder; returns its path. */
  write: (content: string | Uint8Array, name?: string) => Promise<string>;
  /** The report of one file of this content, by an engine that is opened once for all of them. */
  report: (content: string | Uint8Array, options?: ReportOptionsSpec, name?: string) => Promise<Report>;
  /** The report of several files, by name and content. */
  reportOf: (files: readonly (readonly [name: string, content: string | Uint8Array])[]) => Promise<Report>;
  path: (name: string) => string;
}

/** A temporary folder for the tests of one file, removed after them. */
export function tempFiles(): TempFiles {
  let folder = '';
  let count = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chat-metrics-test-'));
  });
  let opened: Promise<Engine> | null = null;
  afterAll(async () => {
    await (await opened)?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const path = (name: string): string => join(folder, name);
  const write = async (
    content: string | Uint8Array,
    name = `${String((count += 1))}.csv`,
  ): Promise<string> => {
    await writeFile(path(name), content);
    return path(name);
  };
  const reportAt = async (files: string | string[], options: ReportOptionsSpec): Promise<Report> =>
    generateReport(
      { ...options, files },
      { engine: kept(await (opened ??= openDuckDb({ threads: 1, folders: [folder] }))) },
    );
  const report: TempFiles['report'] = async (content, options = {}, name) =>
    reportAt(await write(content, name), options);
  const reportOf: TempFiles['reportOf'] = async (files) =>
    reportAt(await Promise.all(files.map(([name, content]) => write(content, name))), {});
  return { write, report, reportOf, path };
}
