import { effect } from '@preact/signals';
import { addressOf, addressText, type Address } from './address.js';
import type { Session } from './session.js';

/** What of the browser's window holds the address. */
type Place = Pick<Window, 'history' | 'location' | 'addEventListener' | 'removeEventListener'>;

/**
 * Keeps the choices in the address, so that it can be shared, and back and forward lead through them. Returns how to stop it.
 */
export function followAddress(session: Session, place: Place): () => void {
  const { state } = session;
  const current = (): string => place.location.hash.replace(/^#/, '');
  let isFollowing = false;
  const onChange = (): void => {
    isFollowing = true;
    session.go(addressOf(current()));
    isFollowing = false;
  };
  const stop = effect(() => {
    const [settings, filters, view] = [state.settings.value, state.filters.value, state.view.value];
    const text = addressText({ settings, filters, view });
    if (text === current()) return;
    const isStep = !isFollowing && state.report.peek() !== null && state.phase.peek() !== 'looking';
    const address = text === '' ? place.location.pathname + place.location.search : `#${text}`;
    if (isStep) place.history.pushState(null, '', address);
    else place.history.replaceState(null, '', address);
  });
  place.addEventListener('popstate', onChange);
  return () => {
    stop();
    place.removeEventListener('popstate', onChange);
  };
}

/** The choices to begin with: those of the address, else those of the last visit. */
export function firstChoices(hash: string, remembered: unknown): Address {
  const address = addressOf(hash);
  const hasOwn = Object.keys(address.settings).length > 0;
  if (hasOwn || typeof remembered !== 'object' || remembered === null) return address;
  const kept = addressOf(addressText({ ...address, settings: remembered, filters: {} }));
  return { ...address, settings: kept.settings };
}
