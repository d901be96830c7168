import type { SourceFile } from '../../files/source.js';
import type { DuckDbSettings } from './duckdb-engine.js';

/** Measured: the rows of a file, and what sorts and joins add, take up to three times its size. */
const spacePerByte = 3;
const packedSpacePerByte = 20;

/**
 * Below this two threads cost more than they save, as the engine gives a thread some hundred thousand rows at least: two
 * statements at a time then use the second core.
 */
const oneThreadBytes = 5_000_000;

/** How the engine is best opened for files, as far as their size decides it. */
export function settingsFor(files: readonly SourceFile[]): Pick<DuckDbSettings, 'threads' | 'lanes'> {
  return spaceFor(files) < oneThreadBytes * spacePerByte ? { threads: 1, lanes: 2 } : {};
}

/** The temporary space that files take at most, in bytes. */
export function spaceFor(files: readonly SourceFile[]): number {
  const needs = files.map(
    ({ name, bytes }) => (bytes ?? 0) * (isPacked(name) ? packedSpacePerByte : spacePerByte),
  );
  return needs.reduce((sum, need) => sum + need, 0);
}

function isPacked(name: string): boolean {
  return /[.](gz|zst|zip|xlsx|parquet)$/i.test(name);
}
