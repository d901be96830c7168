import { renderToString } from 'preact-render-to-string';
import { filesInWords, rangeDaysInWords } from '../presentation/report-in-words.js';
import type { Report } from '../report/report.js';
import { Document } from './document.js';
import { ReportPage } from './report-page.js';

/**
 * The report as one HTML file: the figures of the workbook with pictures, to read in a browser, send by e-mail or print.
 * It loads nothing, runs nothing, and the same report gives the same text.
 */
export function reportToHtml(report: Report): string {
  const range = report.source.range_from ? rangeDaysInWords(report) : 'no days';
  const title = `Chat report, ${range}, ${filesInWords(report)}`;
  const html = renderToString(
    <Document title={title}>
      <ReportPage report={report} />
    </Document>,
  );
  return `<!DOCTYPE html>\n${readable(html)}\n`;
}

const unreadable = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** Characters that HTML may not hold become U+FFFD. */
const readable = (html: string) => html.replace(/\r\n?/g, '\n').replace(unreadable, '\uFFFD');
