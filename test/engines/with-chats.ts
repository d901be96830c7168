import type { Engine, ResultRow } from '../../src/engines/engine.js';
import type { SourceFile } from '../../src/files/source.js';
import { parseOptions, type ReportOptionsSpec } from '../../src/options/options.js';
import { makeReport } from '../../src/report/generate.js';
import type { Report } from '../../src/report/report.js';

export interface ReportWithChats {
  report: Report;
  /** Every chat of the report, in order. */
  chats: ResultRow[];
}

/** A report and its chats by an engine, which stays open. */
export async function withChats(
  files: readonly SourceFile[],
  options: ReportOptionsSpec,
  engine: Engine,
): Promise<ReportWithChats> {
  const chats: ResultRow[] = [];
  const report = await makeReport(files, parseOptions(options), {
    engine: kept(engine),
    withReport: async (_, batches) => {
      for await (const rows of batches()) chats.push(...rows);
    },
  });
  return { report, chats };
}

/** The engine for one report of several: it stays open. */
export function kept(engine: Engine): Engine {
  return new Proxy(engine, {
    get: (target, name: keyof Engine) => {
      if (name === 'close') return () => Promise.resolve();
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}
