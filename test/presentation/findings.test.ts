import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { summaryText } from '../../src/cli/summary.js';
import { reportWorkbook } from '../../src/excel/report-workbook.js';
import { reportToHtml } from '../../src/html/report-html.js';
import { generateReport, type Report } from '../../src/index.js';
import { pictures } from '../../src/pictures/pictures.js';
import { agentJudgements, agentsThatDiffer } from '../../src/presentation/agents-that-differ.js';
import { timeInWords } from '../../src/presentation/figures.js';
import { findings, withoutFindings } from '../../src/presentation/findings/findings.js';
import { judgedSeries } from '../../src/presentation/findings/series.js';
import { jsonText } from '../../src/presentation/report-json.js';
import { elementsOf, textOf } from '../html/parsed.js';
import { madeUpReport } from '../excel/made-up-report.js';
import { randomDump } from './random-dumps.js';

const dump = fileURLToPath(new URL('../../../shared/data/verloop_feb_2021.csv', import.meta.url));

describe.skipIf(!existsSync(dump))('the February dump', () => {
  let report: Report;
  beforeAll(async () => {
    report = await generateReport({ files: dump });
  });
  const textOfId = (id: string) => findings(report).find((finding) => finding.id === id)?.text ?? '';

  it.each([
    [
      'weekdays',
      'On Sundays agents close 17.9% (n = 669) of the chats that start in business hours, on the other days 54.0% (n = 4,785): -36.1 pts (95%: -39.2 to -32.7). 21 agents are at work on a Sunday, 60 on another day.',
    ],
    [
      'bot_against_agents',
      'Of the rated chats that a bot closed 29.0% (n = 1,585) are satisfied, of those that agents closed 75.8% (n = 1,469): -46.8 pts (95%: -49.8 to -43.6).',
    ],
    [
      'closing_reasons',
      '53.1% of the chats that a bot closed are time-outs ("Closing inactive room": 3,336 of 6,278), of those that agents closed 0.0%. Bot deflection is 62.8%, without time-outs 29.4%. 21.5% of the chats that agents closed are "Unresponsive Customer" (800 of 3,722), of those that a bot closed 0.0%.',
    ],
    [
      'csat_outside_business_hours',
      'Outside business hours customers rate agents 3.76 on average (n = 392), in business hours 4.04 (n = 1,077): -0.28 (95%: -0.44 to -0.12).',
    ],
  ])('tells of %s', (id, text) => expect(textOfId(id)).toBe(text));

  it('has at most six findings, the one that would move most first', () => {
    expect(findings(report).map(({ id }) => id)).toEqual([
      'bot_against_agents',
      'closing_reasons',
      'trend',
      'weekdays',
      'csat_outside_business_hours',
      'agents_first_response',
    ]);
  });

  it('has one agent who differs in CSAT, of 91 who are rated, and names only agents who pass', () => {
    const judged = agentJudgements(report).csat_satisfied_rate;
    expect(judged.filter(({ own }) => own.cases > 0)).toHaveLength(91);
    const { looked, below, above } = agentsThatDiffer(report).csat_satisfied_rate;
    expect({ looked, below: below.map(({ n }) => n), above }).toEqual({ looked: 85, below: [18], above: [] });
    const said = findings(report)
      .map(({ text }) => text)
      .join(' ');
    for (const { agent } of agentJudgements(report).first_response_within_target_rate.filter(
      ({ verdict }) => verdict === 'as_the_team' || verdict === 'too_few',
    ))
      expect(said).not.toMatch(new RegExp(`(?:often|,|them) ${agent}:`));
  });

  it('is judged by its days beside the same weekday, for it has fewer than 8 weeks', () => {
    const series = judgedSeries(report);
    expect(series.map(({ by, isByWeekday, points }) => [by, isByWeekday, points.length])).toEqual(
      series.map(() => ['day', true, 28]),
    );
    expect(series.map(({ spec }) => spec.id)).toEqual(
      expect.arrayContaining([
        'incoming_chats',
        'bot_deflection_rate',
        'csat_satisfied_rate',
        'occupancy_rate',
      ]),
    );
  });
});

describe('the faces of a report', () => {
  const report = randomDump(1, { agentsOnSunday: 0.1, botSatisfied: 0.4, fall: 0.3 });
  const quiet = randomDump(2);

  it('say the same findings, word for word', () => {
    const found = findings(report);
    expect(found.length).toBeGreaterThan(2);
    const cells = reportWorkbook(report).sheets[0]?.cells.map(({ value }) => value);
    const html = elementsOf(parse(reportToHtml(report))).map(textOf)[0];
    const terminal = summaryText(report, 0);
    const json = JSON.parse(jsonText(report)).findings;
    expect(json.map(({ text }: { text: string }) => text)).toEqual(found.map(({ text }) => text));
    for (const { text, title } of found) {
      expect(cells).toContain(text);
      expect(cells).toContain(title);
      expect(html).toContain(text);
      expect(terminal).toContain(text);
    }
  });

  it('say that nothing stands out', () => {
    const none = withoutFindings(quiet) ?? expect.fail('something stands out');
    expect(reportWorkbook(quiet).sheets[0]?.cells.map(({ value }) => value)).toContain(none);
    expect(elementsOf(parse(reportToHtml(quiet))).map(textOf)[0]).toContain(none);
    expect(summaryText(quiet, 0)).toContain(none);
    expect(JSON.parse(jsonText(quiet)).findings).toEqual([]);
  });

  it('lead to the table and the picture of each finding', () => {
    const html = reportToHtml(report);
    for (const { picture } of findings(report)) expect(picture === null || picture in pictures).toBe(true);
    const links = [...html.matchAll(/<h4><a href="#([\w-]+)">/g)].map(([, id]) => id);
    expect(links).toHaveLength(findings(report).length);
    for (const id of links) expect(html).toContain(`id="${id ?? ''}"`);
    const sheets = reportWorkbook(report).sheets;
    for (const { link } of JSON.parse(jsonText(report)).findings)
      expect(sheets.map(({ name }) => name)).toContain(link.sheet);
  });
});

it.each([
  [13.76, '13.8 s'],
  [59.97, '1 min'],
  [1023.1, '17 min 3 s'],
  [7500, '2 h 5 min'],
  [3600, '1 h'],
])('%d seconds are said as %s', (seconds, words) => {
  expect(timeInWords(seconds)).toBe(words);
});

it('a report of fewer than 8 whole days has no limits', () => {
  const report = randomDump(3);
  const short = { ...report, source: { ...report.source, range_to: '2021-02-08' } };
  expect(judgedSeries(short)).toEqual([]);
});

it('days before the first chat and after the last are not judged, for the files do not reach them', () => {
  const report = randomDump(4);
  const wide = { ...report, source: { ...report.source, range_from: '2021-01-01', range_to: '2021-04-01' } };
  expect(findings(wide)).toEqual([]);
  expect(judgedSeries(wide)[0]?.points).toHaveLength(28);
});

it('JSON has every agent beside the team and every series with its limits, or says why not', () => {
  const report = randomDump(5, { fall: 0.4 });
  const { signals } = JSON.parse(jsonText(report));
  const { csat_satisfied_rate: judged } = agentJudgements(report);
  const rated = judged.filter(({ own }) => own.cases > 0);
  expect(
    signals.agents
      .filter(({ metric }: { metric: string }) => metric === 'csat_satisfied_rate')
      .map(({ agent, verdict }: { agent: string; verdict: string }) => [agent, verdict]),
  ).toEqual(rated.map(({ agent, verdict }) => [agent, verdict]));
  for (const row of signals.agents) {
    expect(row.rate).toBeGreaterThanOrEqual(row.rate_low);
    expect(row.rate).toBeLessThanOrEqual(row.rate_high);
  }
  expect(signals.series_note).toBeNull();
  const volume = signals.series.filter(({ metric }: { metric: string }) => metric === 'incoming_chats');
  expect(volume).toHaveLength(28);
  expect(volume.map(({ signals: rules }: { signals: string }) => rules).join()).toContain(
    'eight_on_one_side',
  );
  const short = { ...report, source: { ...report.source, range_to: '2021-02-08' } };
  expect(JSON.parse(jsonText(short)).signals.series_note).toContain('Fewer than 8');
});

it('the name of a finding fits into the first column of the Summary', () => {
  const reports = [
    randomDump(1, { agentsOnSunday: 0.1, botSatisfied: 0.4, fall: 0.3 }),
    madeUpReport({ agents: ['Asha', 'Ben'], days: 60, compared: true, troubled: true }),
  ];
  for (const { title } of reports.flatMap(findings)) expect(title.length).toBeLessThan(29);
});
