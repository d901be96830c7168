import { describe, expect, it } from 'vitest';
import { Session } from '../../src/web/state/session.js';
import type { Input } from '../../src/web/protocol.js';
import { lookedFile, newMemory, OtherSide } from './fake-client.js';

const input = (name: string): Input => ({ files: [{ name, blob: new Blob(['x']) }] });

function begin(memory = newMemory(), visit = newMemory()) {
  const other = new OtherSide();
  const saved: string[] = [];
  const session = new Session({
    openClient: other.openClient,
    engineFiles: { workerUrl: 'worker', engineUrl: 'engine', wasmUrl: 'wasm' },
    memory,
    visit,
    save: (_, name) => void saved.push(name),
  });
  session.begin({ settings: {}, filters: {}, view: 'report' });
  return { session, state: session.state, other, saved, memory, visit };
}

/** A session with a report on the page. */
function withReport(name = 'a.csv') {
  const all = begin();
  all.session.open(input(name));
  all.other.looked();
  all.other.made(name);
  return all;
}

const shownName = (state: Session['state']) =>
  (state.report.value as unknown as { name: string } | null)?.name;

describe('from a file to its report', () => {
  it('a file that is understood becomes a report without a question', () => {
    const { session, state, other } = begin();
    session.open(input('a.csv'));
    expect(state.phase.value).toBe('looking');
    other.looked();
    expect(state.phase.value).toBe('computing');
    other.read();
    other.made();
    expect(state.phase.value).toBe('report');
    expect(state.closers.value).toHaveLength(1);
  });

  it('a needed column that is not found is asked about before anything is computed', () => {
    const { session, state, other } = begin();
    session.open(input('a.csv'));
    other.looked([lookedFile({ missingNeeded: ['started_at'] })]);
    expect(state.phase.value).toBe('mapping');
    session.set('map', { started_at: 'Who' });
    expect(other.last('look').options).toEqual({ map: { started_at: 'Who' } });
    other.looked();
    expect(state.phase.value).toBe('mapping');
    session.makeReport();
    expect(other.last('report').options).toEqual({ map: { started_at: 'Who' } });
  });

  it('dates that no value decides are asked about once, while the report is made', () => {
    const { session, state, other } = begin();
    session.open(input('a.csv'));
    other.looked();
    other.read('undecided');
    expect(state.phase.value).toBe('mapping');
    other.made();
    expect(state.phase.value).toBe('mapping');
    const asked = other.requests.length;
    session.makeReport();
    expect(state.phase.value).toBe('report');
    expect(other.requests).toHaveLength(asked);
    session.set('period', 'day');
    other.read('undecided');
    expect(state.phase.value).toBe('computing');
  });

  it('what was chosen for some headings holds for the next file with them', () => {
    const memory = newMemory();
    const first = begin(memory);
    first.session.open(input('a.csv'));
    first.other.looked([lookedFile({ missingNeeded: ['started_at'] })]);
    first.session.set('map', { started_at: 'Who' });
    first.session.makeReport();
    const second = begin(memory);
    second.session.open(input('b.csv'));
    second.other.looked([lookedFile({ missingNeeded: ['started_at'] })]);
    expect(second.other.last('look').options).toEqual({ map: { started_at: 'Who' } });
    second.other.looked();
    expect(second.state.phase.value).toBe('computing');
  });

  it('choices for the columns of one file do not reach the next, the others do', () => {
    const { session, state } = withReport();
    session.setAll({ period: 'day', map: { user_id: 'Who' } });
    session.filter({ agent: ['Ann'] });
    session.open(input('b.csv'));
    expect(state.settings.value).toEqual({ period: 'day' });
    expect(state.filters.value).toEqual({});
  });
});

describe('a report on the page', () => {
  it('stays until the newer one is whole', () => {
    const { session, state, other } = withReport();
    session.filter({ agent: ['Ann'] });
    expect(state.phase.value).toBe('computing');
    expect(shownName(state)).toBe('a.csv');
    other.made('of Ann');
    expect(shownName(state)).toBe('of Ann');
  });

  it('is not replaced by an answer to an older request', () => {
    const { session, state, other } = withReport();
    session.filter({ agent: ['Ann'] });
    const old = other.last('report');
    session.filter({ agent: ['Bob'] });
    const made = { report: { name: 'old' } as never, closers: [] };
    other.reply({ type: 'report', job: old.job, made });
    expect(state.phase.value).toBe('computing');
    expect(shownName(state)).toBe('a.csv');
  });

  it('comes back with its choices when the newer one is cancelled', () => {
    const { session, state, other } = withReport();
    session.filter({ agent: ['Ann'] });
    session.cancel();
    expect(other.last('cancel')).toEqual({ type: 'cancel' });
    expect(state.phase.value).toBe('report');
    expect(state.filters.value).toEqual({});
  });

  it('does not follow a setting that is not allowed, and says what is wrong with it', () => {
    const { session, state, other } = withReport();
    const asked = other.requests.length;
    session.set('businessHours', 'nine to five');
    expect(other.requests).toHaveLength(asked);
    expect(state.problems.value.businessHours).toContain('"nine to five" is not allowed');
    session.set('businessHours', '9:00-17:00');
    expect(other.requests).toHaveLength(asked + 1);
  });

  it('follows the address back and forth', () => {
    const { session, state, other } = withReport();
    session.go({ settings: { period: 'month' }, filters: { weekday: [6] }, view: 'report' });
    expect(other.last('report').options).toEqual({ period: 'month', weekday: ['6'] });
    other.made('of Saturdays');
    session.go({ settings: { period: 'month' }, filters: { weekday: [6] }, view: 'columns' });
    expect(state.phase.value).toBe('mapping');
    const asked = other.requests.length;
    session.go({ settings: { period: 'month' }, filters: { weekday: [6] }, view: 'report' });
    expect(state.phase.value).toBe('report');
    expect(other.requests).toHaveLength(asked);
  });

  it('is written under its choices, and a failure leaves it as it is', () => {
    const { session, state, other, saved } = withReport();
    session.download('xlsx');
    expect(state.downloading.value).toBe('xlsx');
    const { job } = other.last('download');
    other.reply({ type: 'download', job, download: { name: 'a.xlsx', blob: new Blob() } });
    expect([saved, state.downloading.value]).toEqual([['a.xlsx'], null]);
    session.download('csv');
    other.fail('download', { message: 'No room.' });
    expect([state.phase.value, state.error.value?.message, state.downloading.value]).toEqual([
      'report',
      'No room.',
      null,
    ]);
  });
});

describe('when something goes wrong', () => {
  it('a file that cannot be read leaves the report before it, and a way back', () => {
    const { session, state, other } = withReport();
    session.filter({ agent: ['Ann'] });
    other.made('of Ann');
    session.open(input('b.pdf'));
    other.fail('open', { code: 'pdf_file' });
    expect([state.phase.value, shownName(state)]).toEqual(['failed', 'of Ann']);
    session.back();
    expect(state.phase.value).toBe('report');
    expect(state.filters.value).toEqual({ agent: ['Ann'] });
    expect(other.last('open').options).toEqual({ agent: ['Ann'] });
    session.filter({});
    other.looked();
    other.made('of all');
    expect(shownName(state)).toBe('of all');
  });

  it('a choice in the old report after another file failed is a choice for the old report', () => {
    const { session, state, other } = withReport('a.csv');
    session.open(input('b.pdf'));
    other.fail('open', { code: 'pdf_file' });
    session.set('period', 'day');
    expect(other.last('open').input).toMatchObject({ files: [{ name: 'a.csv' }] });
    other.looked();
    other.made('by day');
    expect([state.phase.value, shownName(state)]).toEqual(['report', 'by day']);
  });

  it('a second file during the work on the first takes its place', () => {
    const { session, state, other } = begin();
    session.open(input('a.csv'));
    other.looked();
    const old = other.last('report');
    session.open(input('b.csv'));
    other.reply({ type: 'report', job: old.job, made: { report: {} as never, closers: [] } });
    other.reply({
      type: 'failed',
      job: old.job,
      error: { code: 'cancelled', message: '', hint: undefined, place: undefined },
    });
    expect([state.phase.value, state.report.value]).toEqual(['looking', null]);
    other.looked();
    other.made('b');
    expect(shownName(state)).toBe('b');
  });

  it('a breakdown of the other side is told, and everything is opened anew on another try', () => {
    const { session, state, other } = begin();
    session.open(input('a.csv'));
    other.looked();
    other.breakDown('out of memory');
    expect([state.phase.value, state.error.value?.code]).toEqual(['failed', 'worker_failed']);
    expect(state.error.value?.message).toContain('out of memory');
    session.again();
    expect(other.connections).toBe(2);
    expect(state.phase.value).toBe('looking');
    other.looked();
    other.made('a');
    expect(state.phase.value).toBe('report');
  });

  it('a breakdown before anything is open is no concern of the user', () => {
    const { session, state, other } = begin();
    session.warmUp();
    other.breakDown('no worker');
    expect([state.phase.value, state.error.value]).toEqual(['start', null]);
    session.open(input('a.csv'));
    expect(other.connections).toBe(2);
  });

  it('an engine that breaks down during a filter leaves the report and can be tried again', () => {
    const { session, state, other } = withReport();
    session.filter({ agent: ['Ann'] });
    other.fail('report', { code: 'engine_failed' });
    expect([state.phase.value, shownName(state)]).toEqual(['failed', 'a.csv']);
    session.again();
    other.looked();
    expect(other.last('report').options).toEqual({ agent: ['Ann'] });
  });

  it('cancelling the first work leads back to the columns, or to the start', () => {
    const first = begin();
    first.session.open(input('a.csv'));
    first.session.cancel();
    expect([first.state.phase.value, first.state.input.value]).toEqual(['start', null]);
    const second = begin();
    second.session.open(input('a.csv'));
    second.other.looked();
    second.session.cancel();
    expect(second.state.phase.value).toBe('mapping');
  });

  it('a page that is loaded again says which file was open', () => {
    const visit = newMemory();
    begin(newMemory(), visit).session.open(input('a.csv'));
    const { state, session } = begin(newMemory(), visit);
    expect(state.lost.value).toEqual(['a.csv']);
    session.open(input('a.csv'));
    expect(state.lost.value).toEqual([]);
    session.leave();
    expect(begin(newMemory(), visit).state.lost.value).toEqual([]);
  });
});
