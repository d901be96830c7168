import { numberText, serialText, unescapedText } from '../cell-text.js';
import { mostUnpackedOf, unpacksToTooMuch } from '../unpacked-size.js';
import type { SheetRow } from '../sheet-tables.js';
import { brokenWorkbook, partStream } from './workbook-package.js';
import type { Sheet, Workbook } from './workbook.js';
import { xmlSteps, type Attributes } from './xml.js';

/** What Excel's sheets have at most. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** Excel's cells hold 32,767 characters; other programs write more. */
const longestCell = 2_000_000;

/** The rows of a sheet as its part is parsed. */
class SheetParser {
  rows: SheetRow[] = [];
  /** Formulas whose result the file does not hold. */
  emptyFormulas = 0;
  /** Of all cells: a text that many cells share counts in each. */
  private characters = 0;
  private readonly most: number;
  private row: SheetRow | null = null;
  private line = 0;
  private column = -1;
  private type = '';
  private style = -1;
  private value = '';
  private isInCell = false;
  private isText = false;
  private isAid = false;
  private hasFormula = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
  ) {
    this.most = mostUnpackedOf(workbook.package.file);
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.openRow(attributes.r);
    else if (name === 'c' && this.row) this.openCell(attributes);
    else if (this.isInCell) this.openPart(name);
  }

  close(name: string): void {
    if (name === 'c' && this.isInCell) this.closeCell();
    else if (name === 'row' && this.row) this.closeRow(this.row);
    else if (name === 'v' || name === 't') this.isText = false;
    else if (name === 'rPh') this.isAid = false;
  }

  text(piece: string): void {
    if (!this.isText) return;
    this.value += piece;
    if (this.value.length > longestCell) throw this.broken(`row ${this.line} has a cell longer than 2 MB`);
  }

  private openRow(number: string | undefined): void {
    this.line = number === undefined ? this.line + 1 : Number(number);
    if (!(this.line >= 1 && this.line <= mostRows)) throw this.broken(`it has a row ${this.line}`);
    this.row = { line: this.line, columns: [], texts: [] };
    this.column = -1;
  }

  private openCell({ r, t, s }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : columnNumber(r);
    if (!(this.column >= 0 && this.column < mostColumns))
      throw this.broken(`it has a cell ${r ?? 'beyond XFD'}`);
    this.type = t ?? 'n';
    this.style = s === undefined ? -1 : Number(s);
    this.value = '';
    this.isInCell = true;
    this.hasFormula = false;
  }

  private openPart(name: string): void {
    if (name === 'v' || (name === 't' && !this.isAid)) this.isText = true;
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'rPh') this.isAid = true;
  }

  private closeCell(): void {
    this.isInCell = false;
    const text = this.cellText();
    if (text !== '') {
      this.characters += text.length;
      if (this.characters > this.most) throw unpacksToTooMuch(this.workbook.package.file.name, this.most);
      this.row?.columns.push(this.column);
      this.row?.texts.push(text);
    } else if (this.hasFormula && this.value === '' && this.type !== 'str') this.emptyFormulas += 1;
  }

  private closeRow(row: SheetRow): void {
    this.row = null;
    if (row.texts.some((text) => text.trim() !== '')) this.rows.push(row);
  }

  private cellText(): string {
    const { type, value } = this;
    if (type === 's') return this.sharedText();
    if (type === 'inlineStr' || type === 'str') return unescapedText(value);
    if (type === 'b') return value === '' ? '' : value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    if (type === 'e') return '';
    if (type === 'd') return value.replace('T', ' ');
    return this.numberCell();
  }

  private sharedText(): string {
    if (this.value === '') return '';
    const text = this.workbook.strings[Number(this.value)];
    if (text === undefined) throw this.broken(`row ${this.line} refers to a text that is missing`);
    return text;
  }

  private numberCell(): string {
    const trimmed = this.value.trim();
    const number = Number(trimmed);
    if (trimmed === '' || !Number.isFinite(number)) return trimmed;
    const kind = this.workbook.formats[this.style] ?? 'number';
    return kind === 'number' ? numberText(number) : serialText(number, kind, this.workbook.is1904);
  }

  private broken(why: string) {
    return brokenWorkbook(this.workbook.package.file.name, `on sheet "${this.sheet.name}" ${why}`);
  }
}

/** `AB12` as 27; -1 for what is no cell's name. */
function columnNumber(cell: string): number {
  let number = 0;
  for (let at = 0; at < cell.length; at += 1) {
    const letter = cell.charCodeAt(at) & 0xdf;
    if (letter < 0x41 || letter > 0x5a || number > mostColumns) break;
    number = number * 26 + letter - 0x40;
  }
  return number - 1;
}

/**
 * The rows of a sheet that are not blank, a batch per piece of the file, with the formulas passed so far that have no
 * result. Errors: `broken_workbook`, `broken_archive`.
 */
export async function* sheetRows(
  workbook: Workbook,
  sheet: Sheet,
): AsyncGenerator<{ rows: SheetRow[]; emptyFormulas: number }> {
  const { name } = workbook.package.file;
  const bytes = partStream(workbook.package, sheet.path);
  if (!bytes) throw brokenWorkbook(name, `the part of sheet "${sheet.name}" is missing`);
  const parser = new SheetParser(workbook, sheet);
  const events = {
    open: parser.open.bind(parser),
    close: parser.close.bind(parser),
    text: parser.text.bind(parser),
  };
  const broken = (why: string) => brokenWorkbook(name, `sheet "${sheet.name}": ${why}`);
  for await (const _ of xmlSteps(bytes, events, broken)) {
    if (parser.rows.length === 0) continue;
    yield { rows: parser.rows, emptyFormulas: parser.emptyFormulas };
    parser.rows = [];
  }
}
