import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface MadeSheet {
  name: string;
  /** The rows, as XML. */
  rows: string;
  state?: string;
  target?: string;
}

export interface MadeWorkbook {
  sheets: MadeSheet[];
  strings?: string;
  is1904?: boolean;
  /** Formats of the workbook: styles 1, 2, ... are these, style 0 is General. */
  formats?: string[];
  /** Put before the names of all elements, such as `x:`. */
  prefix?: string;
}

/** The parts of a workbook by their paths. */
export function workbookParts({
  sheets,
  strings,
  is1904,
  formats,
  prefix = '',
}: MadeWorkbook): Record<string, string> {
  const space = prefix ? `xmlns:${prefix.slice(0, -1)}="${MAIN}"` : `xmlns="${MAIN}"`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': prefixed(
      `<workbook ${space} xmlns:r="${RELATIONS}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(sheetElement).join('')}</sheets></workbook>`,
      prefix,
    ),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map(
        (sheet, at) =>
          [`rId${at + 1}`, 'worksheet', sheet.target ?? `worksheets/sheet${at + 1}.xml`] as const,
      ),
      ['rId100', 'sharedStrings', 'sharedStrings.xml'],
      ['rId101', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': prefixed(stylesXml(formats ?? [], space), prefix),
  };
  if (strings !== undefined)
    parts['xl/sharedStrings.xml'] = prefixed(`<sst ${space}>${strings}</sst>`, prefix);
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = prefixed(
      `<worksheet ${space}><sheetData>${sheet.rows}</sheetData></worksheet>`,
      prefix,
    );
  });
  return parts;
}

/** The zip archive of the parts; level 0 stores them as they are. */
export function packed(parts: Record<string, string>, level: 0 | 6 = 6): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])), {
    level,
  });
}

export function workbook(made: MadeWorkbook): Uint8Array {
  return packed(workbookParts(made));
}

/** A row of inline texts. */
export function textRow(number: number, texts: readonly string[]): string {
  return `<row r="${number}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
}

function sheetElement({ name, state }: MadeSheet, at: number): string {
  const attributes = `name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"`;
  return `<sheet ${attributes}${state ? ` state="${state}"` : ''}/>`;
}

function stylesXml(formats: readonly string[], space: string): string {
  const codes = formats.map(
    (code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const ids = [0, ...formats.map((code, at) => (/^\d+$/.test(code) ? Number(code) : 170 + at))];
  const xfs = ids.map((id) => `<xf numFmtId="${id}"/>`).join('');
  return `<styleSheet ${space}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`;
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const elements = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONS}">${elements.join('')}</Relationships>`;
}

function prefixed(xml: string, prefix: string): string {
  return prefix ? xml.replaceAll(/<(\/?)(?=[a-z])/gi, `<$1${prefix}`) : xml;
}
