import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Outcome } from './outcome.js';
import { generated } from './generated.js';

const inputs = resolve('test/input/bad');

/** One bad file, and what must come of it: the `expected.json` of its folder. */
export interface BadCase {
  name: string;
  /** What is bad about the file. */
  about: string;
  /** Its name. */
  file: string;
  /** Run by the built program too; a large file by it alone, with 512 MB of memory for objects. */
  by_program?: 'too' | 'alone';
  expected: Outcome;
}

export const badCases: BadCase[] = readdirSync(inputs)
  .sort()
  .map((name) => {
    const { about, file, by_program, ...expected } = JSON.parse(
      readFileSync(join(inputs, name, 'expected.json'), 'utf8'),
    );
    return { name, about, file, by_program, expected };
  });

/** Where a case's file is: in its folder of the corpus, or made in the folder given. */
export async function inputOf(
  { name, file }: BadCase,
  desk: string,
): Promise<{ path: string; folder: string }> {
  const make = generated[name];
  const folder = make ? desk : join(inputs, name);
  const path = resolve(folder, file);
  await make?.(path);
  return { path, folder };
}

/** What is wrong with the corpus itself: cases without a file, and files made for no case. */
export function strays(): string[] {
  const names = new Set(badCases.map(({ name }) => name));
  const unused = Object.keys(generated).filter((name) => !names.has(name));
  const missing = badCases.filter(
    ({ name, file }) => !generated[name] && !existsSync(join(inputs, name, file)),
  );
  return [...unused, ...missing.map(({ name }) => name)];
}
