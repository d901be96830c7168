import { zipSync, type Zippable } from 'fflate';
import type { Sql } from '../../engines/engine.js';
import { chatRows } from '../../metrics/chat-rows.js';
import { outputs, takes, type OutputId } from '../../outputs/outputs.js';
import { written, type Files, type Material } from '../../outputs/write.js';
import type { ReadFile } from '../../report/reading/read-file.js';
import { findRejections, rejectedRows } from '../../report/quality/rejected.js';
import { addDays } from '../../report/periods.js';
import type { Report } from '../../report/report.js';
import type { Download } from '../protocol.js';
import { blobOf } from './text-blob.js';

/** What downloads are made of: the files that are read, and the engine that still holds their chats. */
export interface Source {
  files: readonly ReadFile[];
  engine: Sql;
  /** null: of an output that takes none. */
  report: Report | null;
}

/** A file of a report; its name says the days that the report is about. */
export async function downloadOf(id: OutputId, source: Source): Promise<Download> {
  const { endings, mediaType, suffix } = outputs[id];
  const files = await written(id, materialOf(source));
  const name = takes(id, 'report') ? `chat-report-${daysOf(reportOf(source))}${suffix}` : suffix;
  const only = files.get('');
  if (only) return { name: `${name}.${endings[0] ?? ''}`, blob: await blobOf(only, mediaType) };
  return { name: `${name}.zip`, blob: await zipOf(files) };
}

function materialOf(source: Source): Material {
  const { files, engine } = source;
  return {
    get report() {
      return reportOf(source);
    },
    get plan() {
      if (!files[0]) throw new Error('No file was read.');
      return files[0].plan;
    },
    chats: () => chatRows(engine),
    async *rejected() {
      yield* rejectedRows(files, await findRejections(files, engine), engine);
    },
  };
}

function reportOf({ report }: Source): Report {
  if (report) return report;
  throw new Error('The report was not made.');
}

/** The first and the last day of a report: `2021-02-01_2021-02-28`. */
function daysOf({ source: { range_from, range_to } }: Report): string {
  const last = addDays(range_to, -1);
  return last === range_from ? range_from : `${range_from}_${last}`;
}

async function zipOf(files: Files): Promise<Blob> {
  const entries: Zippable = {};
  for (const [name, pieces] of files) {
    const bytes = await (await blobOf(pieces, '')).arrayBuffer();
    entries[name] = new Uint8Array(bytes);
  }
  return new Blob([zipSync(entries, { mtime: '1980-01-01' })], { type: 'application/zip' });
}
