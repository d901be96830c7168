import type { Merge } from '../merged-cells.js';
import { partStream } from './workbook-package.js';
import type { Sheet, Workbook } from './workbook.js';

/** The list of merged cells is not longer than this: a cell of it takes 30 bytes. */
const longestList = 32 << 20;

const listName = 'mergeCells';
const range = /<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g;

const known = new WeakMap<Sheet, Promise<Merge[]>>();

/**
 * The cells of a sheet that are merged downwards. The part names them behind its rows, so it is passed over once before they are
 * read. A sheet that is damaged has none here: its rows are read up to the damage, which is told then.
 */
export function mergesOf(workbook: Workbook, sheet: Sheet): Promise<Merge[]> {
  const found = known.get(sheet) ?? findMerges(workbook, sheet).catch(() => []);
  known.set(sheet, found);
  return found;
}

async function findMerges(workbook: Workbook, sheet: Sheet): Promise<Merge[]> {
  const bytes = partStream(workbook.package, sheet.path);
  if (!bytes) return [];
  const latin = new TextDecoder('latin1');
  let list = '';
  let isInList = false;
  for await (const chunk of bytes) {
    list += latin.decode(chunk);
    if (!isInList) {
      const start = list.indexOf(listName);
      isInList = start !== -1;
      list = isInList ? list.slice(start) : list.slice(-listName.length);
    }
    if (list.length > longestList) break;
  }
  return isInList ? [...list.matchAll(range)].flatMap(mergeOf) : [];
}

function mergeOf([, column = '', from = '', , to = '']: RegExpExecArray): Merge[] {
  const merge = { column: columnNumber(column), from: Number(from), to: Number(to) };
  return merge.to > merge.from ? [merge] : [];
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 0x40, 0) - 1;
}
