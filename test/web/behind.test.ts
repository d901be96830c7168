import { afterEach, describe, expect, it } from 'vitest';
import { sampleCsv } from '../../src/index.js';
import type { Report } from '../../src/report/report.js';
import { optionsBehind, ReportsBehind } from '../../src/web/state/behind.js';
import { Desk, file } from './service-desk.js';

const named = (name: string): Report => ({ name }) as unknown as Report;
const agent = { agent: ['Ann'] };
const reason = { closingReason: ['Done'] };
const both = { ...agent, ...reason };

describe('behind a filtered report stands, for each chart whose marks filter it,', () => {
  it('one with the filters of all others, whatever their order', () => {
    expect(optionsBehind({ period: 'day' }, both)).toEqual([
      ['agent', { period: 'day', ...reason }],
      ['closingReason', { period: 'day', ...agent }],
    ]);
    expect(new Map(optionsBehind({}, { ...reason, ...agent }))).toEqual(new Map(optionsBehind({}, both)));
  });

  it('for half hours one that keeps the weekday, and for the heat map one without both', () => {
    expect(optionsBehind({}, { weekday: [1], halfHour: ['09:30'] })).toEqual([
      ['halfHour', { weekday: ['1'] }],
      ['cell', {}],
    ]);
  });

  it('for periods one with the range of the settings', () => {
    const period = { from: '2021-02-08', to: '2021-02-15', label: 'a week' };
    expect(optionsBehind({ from: '2021-02-03' }, { period })).toEqual([['period', { from: '2021-02-03' }]]);
  });

  it('nothing where nothing filters', () => {
    expect(optionsBehind({}, {})).toEqual([]);
    expect(optionsBehind({}, { agent: [] })).toEqual([]);
  });
});

describe('of the reports behind', () => {
  it('those that were shown before are not made again, and others are asked for, each once', () => {
    const behind = new ReportsBehind();
    expect(behind.show(named('all'), {}, {})).toEqual([]);
    expect(behind.show(named('of Ann'), {}, agent)).toEqual([]);
    expect(behind.now()).toEqual({ agent: named('all') });
    expect(behind.show(named('of Ann, done'), {}, both)).toEqual([reason]);
    behind.keep(reason, named('done'));
    expect(behind.now()).toEqual({ agent: named('done'), closingReason: named('of Ann') });
  });

  it('the one before stays until the new one is made, and none of other files', () => {
    const behind = new ReportsBehind();
    behind.show(named('all'), {}, {});
    behind.show(named('of Ann'), {}, agent);
    behind.now();
    expect(behind.show(named('of Ann by day'), { period: 'day' }, agent)).toEqual([{ period: 'day' }]);
    expect(behind.now()).toEqual({ agent: named('all') });
    behind.clear();
    behind.show(named('of Ann in other files'), {}, agent);
    expect(behind.now()).toEqual({});
  });
});

describe('the worker', () => {
  let desk: Desk;
  afterEach(() => Promise.all(desk.engines.map((engine) => engine.close())));

  it('writes a download to its end, though another report is asked for meanwhile', async () => {
    desk = new Desk().start();
    const chats = [...sampleCsv({ chats: 300, seed: 5 })].join('');
    await desk.reply('looked', desk.ask({ type: 'open', input: file('chats.csv', chats) }));
    await desk.report({});
    const download = desk.ask({ type: 'download', kind: 'json', options: { period: 'day' } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const month = desk.report({ period: 'month' });
    const { blob } = (await desk.reply('download', download)).download;
    expect(JSON.parse(await blob.text())).toMatchObject({ options: { period: 'day' } });
    expect((await month).made.report.options.period).toBe('month');
  });

  it('makes the reports behind one after it, and none for a report that another has replaced', async () => {
    desk = new Desk().start();
    const chats = [...sampleCsv({ chats: 300, seed: 5 })].join('');
    await desk.reply('looked', desk.ask({ type: 'open', input: file('chats.csv', chats) }));
    const { made } = await desk.report({});
    const agents = made.report.tables.agent_metrics
      .map((row) => row['agent'])
      .filter((name) => name !== null);
    const one = { agent: [String(agents[0])] };
    await desk.report(one);
    const job = desk.ask({ type: 'behind', options: [{}, { period: 'day' }] });
    const behind = await desk.reply('behind', job);
    expect(behind.options).toEqual({});
    expect(behind.report.tables).toEqual(made.report.tables);
    await desk.report({ period: 'month' });
    const behindThen = desk.replies.filter(({ type }) => type === 'behind');
    expect(behindThen.length).toBeLessThanOrEqual(2);
    await desk.report({});
    expect(desk.replies.filter(({ type }) => type === 'behind')).toHaveLength(behindThen.length);
  });
});
