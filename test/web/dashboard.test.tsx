import { renderToString } from 'preact-render-to-string';
import { afterEach, describe, expect, it } from 'vitest';
import { reportToHtml } from '../../src/html/report-html.js';
import { findings } from '../../src/presentation/findings/findings.js';
import { keyFigures } from '../../src/presentation/key-figures.js';
import { writeAsIn } from '../../src/presentation/locale.js';
import type { Report } from '../../src/report/report.js';
import { Dashboard, type DashboardProps } from '../../src/web/dashboard/dashboard.js';
import { madeUpReport, oddNames } from '../excel/made-up-report.js';
import { parse } from 'parse5';
import { elementsOf, hasClass, textOf } from '../html/parsed.js';

const report = madeUpReport({ agents: [...oddNames], days: 24 });
const nothing = () => undefined;

const shown = (of: Report, props: Partial<DashboardProps> = {}) =>
  renderToString(
    <Dashboard
      report={of}
      behind={{}}
      settings={{}}
      filters={{}}
      isBusy={false}
      downloading={null}
      onFilter={nothing}
      onSettings={nothing}
      onDownload={nothing}
      locale="en-US"
      {...props}
    />,
  );

const textIn = (html: string) => textOf(parse(html));
const withClass = (html: string, name: string) =>
  elementsOf(html).filter((element) => hasClass(element, name)).length;

afterEach(() => writeAsIn(null));

describe('the dashboard', () => {
  const html = shown(report);

  it('shows every key figure and every finding', () => {
    const text = textIn(html);
    writeAsIn('en-US');
    for (const { label, shown } of keyFigures(report)) {
      expect(text).toContain(label);
      expect(text).toContain(shown);
    }
    expect(findings(report).length).toBeGreaterThan(0);
    for (const { title } of findings(report)) expect(text).toContain(title);
  });

  it('has for every chart a name, a place to read numbers from, its numbers, and three ways to take it away', () => {
    const charts = elementsOf(html).filter(({ tagName }) => tagName === 'figure').length;
    expect(charts).toBe(7);
    expect(html.match(/role="application"/g)).toHaveLength(charts);
    expect(html.match(/aria-live="polite"/g)).toHaveLength(charts);
    expect(html.match(/aria-label="Numbers: /g)).toHaveLength(charts);
    expect(html.match(/aria-label="(Copy the numbers|SVG|PNG) of /g)).toHaveLength(3 * charts);
  });

  it('lists every agent in a table that can be sorted by every column', () => {
    expect(html.match(/aria-sort="/g)?.length).toBe(html.match(/class="sort"/g)?.length);
    expect(html).toContain('aria-sort="descending"');
    expect(html.match(/class="name"/g)).toHaveLength(oddNames.length);
  });

  it('shows no filter where none is on, and each that is', () => {
    expect(html).not.toContain('Clear all');
    const filtered = shown(report, { filters: { agent: ['Asha'], halfHour: ['09:30'] } });
    expect(filtered).toContain('aria-label="Agent: Asha. Remove this filter"');
    expect(filtered).toContain('aria-label="Half hour: 09:30 - 10:00. Remove this filter"');
    expect(filtered).toContain('Clear all');
  });

  it('marks what is chosen and keeps the other marks, fainter', () => {
    const filtered = shown(report, { filters: { halfHour: ['09:30'] } });
    const [, , halfHours = ''] = filtered.split('<figure');
    expect(halfHours).toContain('Chats by half hour of the day');
    expect(halfHours.match(/data-mark="\d+" opacity="0.4"/g)).toHaveLength(47);
    expect(halfHours).not.toContain('data-mark="19" opacity="0.4"');
    expect(html).not.toContain(' opacity="0.4"');
  });

  it('leaves the pictures of files as they are: without marks to point at, and with a tooltip on each', () => {
    writeAsIn(null);
    const file = reportToHtml(report);
    expect(file).not.toContain('data-mark');
    expect(file).toContain('<title>09:30 - 10:00: ');
    expect(html).not.toContain('<title>09:30 - 10:00: ');
  });

  it('says that it is being computed, and keeps what was there', () => {
    const busy = shown(report, { isBusy: true });
    expect(busy).toContain('Computing …');
    expect(busy).toContain('aria-busy="true"');
    expect(withClass(busy, 'tile')).toBe(8);
  });

  it('writes numbers and dates as the user does', () => {
    const german = textIn(shown(report, { locale: 'de-DE' }));
    const chats = Number(report.tables.chat_metrics[0]?.['incoming_chats']);
    expect(german).toContain(chats.toLocaleString('de-DE'));
    expect(german).toContain('1.–7. Feb. 2021');
    expect(german).not.toContain('01 Feb');
  });

  it('offers the rejected rows where there are any', () => {
    expect(html).not.toContain('Download all rejected rows');
    const troubled = shown(madeUpReport({ agents: ['Asha'], days: 7, troubled: true }));
    expect(troubled).toContain('Download all rejected rows (CSV)');
    expect(troubled).not.toContain('--rejects');
  });

  it.each([
    ['no agents', madeUpReport({ agents: [], days: 24 })],
    ['one day', madeUpReport({ agents: ['Asha'], days: 1, period: 'day' })],
    ['no chats', madeUpReport({ agents: [], days: 7, chatsPerDay: 0 })],
    [
      'very many agents',
      madeUpReport({ agents: Array.from({ length: 1000 }, (_, at) => `Agent ${at}`), days: 7 }),
    ],
  ])('is drawn for a report of %s', (_, of) => {
    const drawn = shown(of);
    expect(drawn).toContain('Key figures');
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
  });
});
