import { effect } from '@preact/signals';
import { addressOf, addressText, type Address } from './address.js';
import type { Session } from './session.js';

/** What of the browser's window holds the address. */
type Place = Pick<Window, 'history' | 'location' | 'addEventListener' | 'removeEventListener'>;

/** What a step of the history shows; with no choices made, the address of both is the same. */
type Shown = 'start' | 'report';

/**
 * Keeps the choices in the address, so that it can be shared, and back and forward lead through them, and from the report to the
 * start and to the report again. Returns how to stop it.
 */
export function followAddress(session: Session, place: Place): () => void {
  const { state } = session;
  const current = (): string => place.location.hash.replace(/^#/, '');
  const addressFor = (text: string): string =>
    text === '' ? place.location.pathname + place.location.search : `#${text}`;
  let isFollowing = false;
  let shown: Shown = 'start';
  const onChange = ({ state: step }: PopStateEvent): void => {
    isFollowing = true;
    const wanted = (step as { shown?: Shown } | null)?.shown ?? shown;
    if (wanted === 'start') session.leave();
    else session.comeBack();
    session.go(addressOf(current()));
    isFollowing = false;
  };
  place.history.replaceState({ shown }, '', addressFor(current()));
  const stop = effect(() => {
    const [settings, filters, view] = [state.settings.value, state.filters.value, state.view.value];
    const now: Shown = state.phase.value === 'start' ? 'start' : 'report';
    const text = addressText({ settings, filters, view });
    const isTurn = now !== shown;
    if (text === current() && !isTurn) return;
    const isChoice = state.report.peek() !== null && state.phase.peek() !== 'looking';
    shown = now;
    if (!isFollowing && (isTurn || isChoice)) place.history.pushState({ shown }, '', addressFor(text));
    else place.history.replaceState({ shown }, '', addressFor(text));
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
