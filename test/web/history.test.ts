import { describe, expect, it } from 'vitest';
import { followAddress } from '../../src/web/state/history.js';
import { Session } from '../../src/web/state/session.js';
import { followTitle } from '../../src/web/state/title.js';
import { madeUpReport } from '../excel/made-up-report.js';
import { newMemory, OtherSide } from './fake-client.js';

/** The part of a browser's window that holds the address. */
class Place {
  readonly entries = [''];
  readonly states: unknown[] = [null];
  onPopState: (event: { state: unknown }) => void = () => undefined;
  readonly location = { hash: '', pathname: '/', search: '' };
  readonly history = {
    pushState: (state: unknown, __: string, address: string) => {
      this.entries.push(address);
      this.states.push(state);
      this.location.hash = address.replace(/^[^#]*/, '');
    },
    replaceState: (state: unknown, __: string, address: string) => {
      this.entries[this.entries.length - 1] = address;
      this.states[this.states.length - 1] = state;
      this.location.hash = address.replace(/^[^#]*/, '');
    },
  };
  addEventListener(_: string, listener: Place['onPopState']): void {
    this.onPopState = listener;
  }
  removeEventListener(): void {
    this.onPopState = () => undefined;
  }

  /** The user goes back, forward, or types another address. */
  go(hash: string, state: unknown = null): void {
    this.location.hash = hash;
    this.onPopState({ state });
  }
}

function begin() {
  const other = new OtherSide();
  const session = new Session({
    openClient: other.openClient,
    engineFiles: { workerUrl: '', engineUrl: '', wasmUrl: '' },
    memory: newMemory(),
    visit: newMemory(),
    save: () => undefined,
  });
  const place = new Place();
  followAddress(session, place as unknown as Window);
  session.open({ sampleChats: 1 });
  other.looked();
  other.made();
  return { session, place, other };
}

describe('the address of the page', () => {
  it('gets a step for each choice, and leads back through them', () => {
    const { session, place, other } = begin();
    session.filter({ agent: ['Ann'] });
    other.made();
    session.showColumns();
    expect(place.entries.slice(2)).toEqual(['#only-agent=Ann', '#only-agent=Ann&view=columns']);
    place.go('#only-agent=Ann');
    expect(session.state.phase.value).toBe('report');
    place.go('');
    expect(session.state.filters.value).toEqual({});
    expect(place.entries).toHaveLength(4);
  });

  it('is written in one way, without a step of its own, when the user types it in another', () => {
    const { place, other } = begin();
    const steps = place.entries.length;
    place.go('#businessHours=9:00-18:00&nonsense=1');
    expect(place.location.hash).toBe('#business-hours=9%3A00-18%3A00');
    expect(place.entries).toHaveLength(steps);
    expect(other.last('report').options).toEqual({ businessHours: '9:00-18:00' });
  });

  it('has a step from the start to the report, which leads back, and forward to the same report', () => {
    const { session, place } = begin();
    const { state } = session;
    expect(place.states).toEqual([{ shown: 'start' }, { shown: 'report' }]);
    const report = state.report.value;
    place.go('', { shown: 'start' });
    expect([state.phase.value, state.input.value]).toEqual(['start', null]);
    place.go('', { shown: 'report' });
    expect([state.phase.value, state.input.value]).toEqual(['report', { sampleChats: 1 }]);
    expect(state.report.value).toBe(report);
    expect(place.entries).toHaveLength(2);
  });

  it('has a step when the start is asked for, with no way to a report of which another file took the place', () => {
    const { session, place, other } = begin();
    session.leave();
    expect(place.states.slice(2)).toEqual([{ shown: 'start' }]);
    session.open({ sampleChats: 2 });
    expect(session.state.report.value).toBeNull();
    other.looked();
    session.cancel();
    place.go('', { shown: 'report' });
    expect(session.state.report.value).toBeNull();
  });
});

describe('the title of the page', () => {
  it('names the range and the files of the report that is shown, and no report at the start', () => {
    const { session, other } = begin();
    const page = { title: 'Chat Metrics' };
    session.filter({ agent: ['Ann'] });
    const made = madeUpReport({ agents: ['Ann'], days: 28 });
    const job = other.last('report').job;
    other.reply({ type: 'report', job, made: { report: made, closers: [] } });
    followTitle(session, page);
    expect(page.title).toMatch(/^01 Feb 2021 - 28 Feb 2021, .+ - Chat Metrics$/);
    session.leave();
    expect(page.title).toBe('Chat Metrics');
  });
});
