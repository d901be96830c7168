import { archives } from './generated-archives.js';
import { columnarFiles } from './generated-columnar.js';
import { largeFiles } from './generated-large.js';
import { odds } from './generated-odds.js';
import { workbooks } from './generated-workbooks.js';

/** Puts a file at a path. */
export type MakeFile = (path: string) => Promise<void> | void;

/** The inputs that are made when they are needed: binary ones and large ones, by the names of their cases. */
export const generated: Readonly<Record<string, MakeFile>> = {
  ...archives,
  ...workbooks,
  ...columnarFiles,
  ...largeFiles,
  ...odds,
};
