import { unusableInput } from '../errors.js';
import type { SourceFile } from '../files/source.js';
import { badValue, wholeNumber } from '../options/values.js';
import type { Arguments } from './flags.js';
import { givenBy } from './given.js';
import type { Config } from './config.js';
import { counted } from './numbers.js';

/** How much a run may take. */
export interface Limits {
  /** What the engine holds in memory, in bytes; null: by the size of the files. */
  memory: number | null;
  /** How many rows a report may have; null: any. */
  rows: number | null;
  /** How many bytes each file may unpack to; null: by its size. */
  unpacked: number | null;
}

/** @throws UserError for a value that is not allowed. */
export function limitsOf(given: Config, args: Arguments): Limits {
  const { read } = givenBy(given, args);
  return {
    memory: read('memory', size) ?? null,
    rows: read('max-rows', wholeNumber) ?? null,
    unpacked: read('max-unpacked', size) ?? null,
  };
}

const units: Record<string, number> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 };
const fewestBytes = 1_000_000;

/** Bytes, from a text such as `500MB`. */
function size(value: unknown, label: string): number {
  const parts = /^(\d{1,15}(?:\.\d{1,3})?)\s?([kmgt]?)b?$/i.exec(String(value).trim());
  const bytes = Math.round(Number(parts?.[1]) * (units[(parts?.[2] ?? '').toLowerCase()] ?? NaN));
  if (Number.isSafeInteger(bytes) && bytes >= fewestBytes) return bytes;
  throw badValue(label, value, 'a size of at least 1MB, such as 500MB or 4GB.');
}

/** Files that unpack to no more than is allowed. */
export function withLimits(files: readonly SourceFile[], { unpacked }: Limits): SourceFile[] {
  return files.map((file) => (unpacked === null ? file : limited(file, unpacked)));
}

function limited(file: SourceFile, mostUnpacked: number): SourceFile {
  const { renewed } = file;
  const again = renewed && (async (): Promise<SourceFile> => limited(await renewed(), mostUnpacked));
  return { ...file, mostUnpacked, ...(again ? { renewed: again } : {}) };
}

/** @throws UserError `too_many_rows` where more were read than are allowed. */
export function checkRows(rows: number, { rows: most }: Limits): void {
  if (most === null || rows <= most) return;
  throw unusableInput(
    'too_many_rows',
    `The input has ${counted(rows)} rows, more than the ${counted(most)} that --max-rows allows.`,
    'Give fewer files, or allow more rows.',
  );
}
