import { HtmlValidate } from 'html-validate';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { reportToHtml } from '../../src/html/report-html.js';
import { madeUpReport } from '../excel/made-up-report.js';
import { times } from '../tiers.js';
import { attribute, elementsOf, tablesOf, textOf } from './parsed.js';
import { manyAgents, reports } from './reports.js';

/** What makes a browser load something, or could. */
const loading = [
  'src',
  'srcset',
  'action',
  'formaction',
  'data',
  'poster',
  'background',
  'ping',
  'xlink:href',
];
const mostBytes = 2_500_000;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off', // a matter of taste: both are HTML
    'no-raw-characters': 'off', // a bare > is HTML
    'no-inline-style': 'off', // the length of a bar behind a number
    'long-title': 'off', // the title names the file
  },
});

describe.each(Object.entries(reports))('the page of %s', (_, make) => {
  const html = reportToHtml(make());
  const elements = elementsOf(html);

  it('is valid HTML', async () => {
    const errors: string[] = [];
    parse(html, { onParseError: ({ code }) => errors.push(code) });
    const { results } = await validator.validateString(html);
    const messages = results.flatMap((result) =>
      result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    expect([...errors, ...messages]).toEqual([]);
  });

  it('runs nothing: no script, no handler, no frame', () => {
    const names = new Set(elements.map(({ tagName }) => tagName));
    for (const name of ['script', 'iframe', 'object', 'embed', 'form', 'base'])
      expect(names.has(name), name).toBe(false);
    const handlers = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on')));
    expect(handlers).toEqual([]);
  });

  it('loads nothing: every link stays in the file and leads somewhere', () => {
    const attributes = elements.flatMap(({ attrs }) => attrs);
    const ids = new Set(attributes.filter(({ name }) => name === 'id').map(({ value }) => value));
    const links = attributes.filter(({ name }) => name === 'href').map(({ value }) => value);
    for (const link of links)
      expect(link.startsWith('data:image/svg+xml,') || ids.has(link.slice(1)), link).toBe(true);
    expect(attributes.filter(({ name }) => loading.includes(name))).toEqual([]);
    const styles = elements
      .filter(({ tagName }) => tagName === 'style')
      .map(textOf)
      .join();
    expect(styles).not.toMatch(/url\(|@import|@font-face/);
  });

  it('forbids all loading by a policy before anything else', () => {
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; img-src data:;/,
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title>'));
  });

  it('is the same text for the same report', () => {
    expect(reportToHtml(make())).toBe(html);
  });

  it('is text that UTF-8 can carry as it is', () => {
    expect(new TextDecoder().decode(new TextEncoder().encode(html))).toBe(html);
    expect(html).not.toMatch(/(?![\t\n])\p{Cc}/u);
  });
});

describe('names of all kinds', () => {
  const make = reports['odd names and troubled rows'] ?? expect.fail('no such report');
  const agents = tablesOf(reportToHtml(make()))
    .get('Agents: first response')
    ?.rows.map(([name]) => name);

  it('are shown as they are, markup too', () => {
    for (const name of [
      '<script>alert(1)</script>',
      `"quotes" & 'more' <b>`,
      '=SUM(A1)',
      'محمد علي',
      '李小龍',
    ])
      expect(agents).toContain(name);
  });

  it('have what HTML cannot hold replaced', () => {
    expect(agents).toContain('control\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD and \uFFFD lone \uFFFD');
  });

  it('stand in their own direction', () => {
    const isolated = elementsOf(reportToHtml(make()))
      .filter(({ tagName }) => tagName === 'bdi')
      .map(textOf);
    expect(isolated).toContain('محمد علي');
    expect(isolated).toContain('\u202Eoverride that never ends');
  });
});

it('only the names of files are told, not the folders they lay in', () => {
  const report = reports['usual']?.() ?? expect.fail('no such report');
  const files = report.source.files.map((file) => ({ ...file, name: '/home/asha/secret/data_dump.csv' }));
  const html = reportToHtml({ ...report, source: { ...report.source, files } });
  expect(html).toContain('data_dump.csv');
  expect(html).not.toContain('secret');
});

it('the page of many agents and 370 days stays below 2.5 MB, and says where the rows are that it leaves out', () => {
  const html = reportToHtml(
    madeUpReport({ agents: manyAgents.slice(0, times(120, 500)), days: 370, period: 'day' }),
  );
  expect(Buffer.byteLength(html)).toBeLessThan(mostBytes);
  expect(html).toMatch(
    /The first 500 of (44,400|185,000) rows; all of them are in the Excel workbook and the CSV files\./,
  );
  for (const { rows } of tablesOf(html).values()) expect(rows.length).toBeLessThanOrEqual(500);
});
