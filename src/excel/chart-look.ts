import { safeText } from './safe-text.js';
import { colors, font } from './styles.js';
import { escaped as escapedXml } from './xml.js';

/** Text of a chart part, as XML. */
export const escaped = (text: string) => escapedXml(safeText(text));

export function fillXml(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

export function lineXml(color: string, points: number): string {
  return `<a:ln w="${String(points * 12_700)}">${fillXml(color)}</a:ln>`;
}

/** The look of small texts; the size is in hundredths of a point. */
export function textXml(size: number): string {
  const look = `<a:defRPr sz="${String(size)}">${fillXml(colors.grey)}<a:latin typeface="${font}"/></a:defRPr>`;
  return `<c:txPr><a:bodyPr/><a:p><a:pPr>${look}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}

/** A line of a title: bold of a chart, else of an axis; the size is in hundredths of a point. */
export function titleLine(text: string, size: number, color: string, bold: boolean): string {
  const look = `<a:rPr lang="en-GB" sz="${String(size)}" b="${bold ? '1' : '0'}">${fillXml(color)}<a:latin typeface="${font}"/></a:rPr>`;
  return `<a:p><a:r>${look}<a:t>${escaped(text)}</a:t></a:r></a:p>`;
}

/** A title of so many lines. */
export function titleXml(...lines: string[]): string {
  return `<c:title><c:tx><c:rich><a:bodyPr/>${lines.join('')}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}
