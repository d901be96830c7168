import type { Reader } from '../../engines/engine.js';
import type { ReadFile } from './read-file.js';

/** Which times the rows of a file hold: with a zone of their own, and without. */
interface Times {
  hasInstants: boolean;
  hasWallTimes: boolean;
}

/**
 * The times of each file. Where files seem to have both, only values that were read count, in rows that are not rejected:
 * one bad cell does not make a file of instants one of wall times.
 */
export async function timesOf(files: readonly ReadFile[], reader: Reader): Promise<Times[]> {
  const seen = files.map((file) => timesOfLayouts(file, () => true));
  const hasBoth = seen.some((times) => times.hasInstants) && seen.some((times) => times.hasWallTimes);
  if (!hasBoth) return seen;
  const times: Times[] = [];
  for (const file of files) times.push(await timesOfRows(file, reader));
  return times;
}

async function timesOfRows(file: ReadFile, reader: Reader): Promise<Times> {
  // the server reads a table: its moments have one form each
  if (file.plan.file.isTable) return timesOfLayouts(file, () => true);
  const { read } = await reader.dateEvidence(file.ordinal, file.plan);
  const accepted = new Set(read.filter((one) => one.accepted > 0).map((one) => one.layout));
  return timesOfLayouts(file, (layout) => accepted.has(layout));
}

function timesOfLayouts({ plan }: ReadFile, counts: (layout: number) => boolean): Times {
  const layouts = plan.layouts.filter((_, index) => counts(index));
  return {
    hasInstants: layouts.some((layout) => layout.hasZone),
    hasWallTimes: layouts.some((layout) => !layout.hasZone),
  };
}
