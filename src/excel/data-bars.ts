import { colors } from './styles.js';

const barExtension = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}';
const sheetExtension = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';
const x14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
const xm = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

/**
 * Makes the data bars of a sheet's part solid and true to scale from 0: the library writes those of Excel 2007 only,
 * which fade out and never get shorter than a tenth of the cell.
 */
export function withSolidBars(part: string): string {
  const bars: string[] = [];
  const marked = part.replace(
    /(<conditionalFormatting sqref="([^"]+)">(?:(?!<\/conditionalFormatting>).)*?<cfRule type="dataBar"[^>]*>.*?<\/dataBar>)/gs,
    (rule: string, _: string, area: string) => {
      const id = `{DA7ABA51-0000-4000-8000-${String(bars.length + 1).padStart(12, '0')}}`;
      bars.push(barXml(id, area));
      return `${rule}<extLst><ext uri="${barExtension}" ${x14}><x14:id>${id}</x14:id></ext></extLst>`;
    },
  );
  return bars.length > 0 ? withExtension(marked, bars.join('')) : part;
}

function barXml(id: string, area: string): string {
  const bar =
    `<x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo>` +
    `<x14:cfvo type="max"/><x14:negativeFillColor rgb="FF${colors.orange}"/><x14:axisColor rgb="FF${colors.line}"/></x14:dataBar>`;
  return (
    `<x14:conditionalFormatting ${xm}><x14:cfRule type="dataBar" id="${id}">${bar}</x14:cfRule>` +
    `<xm:sqref>${area}</xm:sqref></x14:conditionalFormatting>`
  );
}

function withExtension(part: string, bars: string): string {
  if (part.includes('<extLst><ext uri="{05C60535'))
    throw new Error('a sheet with sparklines has an extension list already');
  const list = `<extLst><ext uri="${sheetExtension}" ${x14}><x14:conditionalFormattings>${bars}</x14:conditionalFormattings></ext></extLst>`;
  return part.replace(/<\/worksheet>\s*$/, `${list}</worksheet>`);
}
