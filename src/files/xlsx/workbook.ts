import type { SourceFile } from '../source.js';
import { unescapedText } from '../cell-text.js';
import { formatKind, type FormatKind } from './number-formats.js';
import {
  brokenWorkbook,
  openPackage,
  parsePart,
  relationsOf,
  type Relation,
  type WorkbookPackage,
} from './workbook-package.js';
import { attribute } from './xml.js';

export interface Sheet {
  name: string;
  isHidden: boolean;
  /** Its part in the package. */
  path: string;
}

/** What the cells of all sheets refer to. */
export interface Workbook {
  package: WorkbookPackage;
  sheets: Sheet[];
  is1904: boolean;
  /** The texts of the workbook, by number. */
  strings: readonly string[];
  /** What a cell's style shows, by its number. */
  formats: readonly FormatKind[];
}

/** Opens a workbook: its sheets, texts and formats, but no cells. Errors: those of `openPackage`, `broken_workbook`. */
export async function openWorkbook(file: SourceFile): Promise<Workbook> {
  const parts = await openPackage(file);
  const main = (await relationsOf(parts, '')).find((relation) => relation.type === 'officeDocument');
  const path = main?.path ?? 'xl/workbook.xml';
  const relations = await relationsOf(parts, path);
  const { sheets, is1904 } = await readWorkbookPart(parts, path, relations);
  if (sheets.length === 0) throw brokenWorkbook(file.name, 'it has no worksheet');
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.path;
  const strings = await readStrings(parts, partOf('sharedStrings'));
  return { package: parts, sheets, is1904, strings, formats: await readFormats(parts, partOf('styles')) };
}

async function readWorkbookPart(parts: WorkbookPackage, path: string, relations: readonly Relation[]) {
  const sheets: Sheet[] = [];
  let is1904 = false;
  const isFound = await parsePart(parts, path, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      const id = name === 'sheet' ? attribute(attributes, 'id') : undefined;
      const relation = relations.find((one) => one.id === id && one.type === 'worksheet');
      if (!relation) return;
      const isHidden = /hidden/i.test(attribute(attributes, 'state') ?? '');
      sheets.push({ name: attribute(attributes, 'name') ?? '', isHidden, path: relation.path });
    },
  });
  if (!isFound) throw brokenWorkbook(parts.file.name, `its part ${path} is missing`);
  return { sheets, is1904 };
}

/** The table of texts: of each, the text of its runs, without the reading aids (`rPh`) of Japanese texts. */
async function readStrings(parts: WorkbookPackage, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isAid = false;
  const toggle = (name: string, isOpen: boolean) => {
    if (name === 'rPh') isAid = isOpen;
    if (name === 't') isText = isOpen && !isAid;
  };
  const events = {
    open: (name: string) => toggle(name, true),
    close(name: string) {
      toggle(name, false);
      if (name !== 'si') return;
      strings.push(unescapedText(text));
      text = '';
    },
    text: (piece: string) => {
      if (isText) text += piece;
    },
  };
  if (path !== undefined) await parsePart(parts, path, events);
  return strings;
}

async function readFormats(parts: WorkbookPackage, path: string | undefined): Promise<FormatKind[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isInCellFormats = false;
  const events = {
    open(name: string, attributes: Record<string, string>) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      if (name === 'cellXfs') isInCellFormats = true;
      if (name === 'xf' && isInCellFormats) ids.push(id);
    },
    close(name: string) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  };
  if (path !== undefined) await parsePart(parts, path, events);
  return ids.map((id) => formatKind(id, codes.get(id)));
}
