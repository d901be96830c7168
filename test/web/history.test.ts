import { describe, expect, it } from 'vitest';
import { followAddress } from '../../src/web/state/history.js';
import { Session } from '../../src/web/state/session.js';
import { newMemory, OtherSide } from './fake-client.js';

/** The part of a browser's window that holds the address. */
class Place {
  readonly entries = [''];
  onPopState: () => void = () => undefined;
  readonly location = { hash: '', pathname: '/', search: '' };
  readonly history = {
    pushState: (_: unknown, __: string, address: string) => {
      this.entries.push(address);
      this.location.hash = address.replace(/^[^#]*/, '');
    },
    replaceState: (_: unknown, __: string, address: string) => {
      this.entries[this.entries.length - 1] = address;
      this.location.hash = address.replace(/^[^#]*/, '');
    },
  };
  addEventListener(_: string, listener: () => void): void {
    this.onPopState = listener;
  }
  removeEventListener(): void {
    this.onPopState = () => undefined;
  }

  /** The user goes back, forward, or types another address. */
  go(hash: string): void {
    this.location.hash = hash;
    this.onPopState();
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
    expect(place.entries.slice(1)).toEqual(['#only-agent=Ann', '#only-agent=Ann&view=columns']);
    place.go('#only-agent=Ann');
    expect(session.state.phase.value).toBe('report');
    place.go('');
    expect(session.state.filters.value).toEqual({});
    expect(place.entries).toHaveLength(3);
  });

  it('is written in one way, without a step of its own, when the user types it in another', () => {
    const { place, other } = begin();
    const steps = place.entries.length;
    place.go('#businessHours=9:00-18:00&nonsense=1');
    expect(place.location.hash).toBe('#business-hours=9%3A00-18%3A00');
    expect(place.entries).toHaveLength(steps);
    expect(other.last('report').options).toEqual({ businessHours: '9:00-18:00' });
  });
});
