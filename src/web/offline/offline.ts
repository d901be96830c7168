import { signal } from '@preact/signals';
import type { WorkerRequest } from './worker-scope.js';

/** Loads the page again as the version that waits; null while there is none. */
export const newVersion = signal<(() => void) | null>(null);

/** Between two looks for a new version, in milliseconds. */
const lookEvery = 60 * 60 * 1000;

/** How long a worker may take to tell its version, and to take over, in milliseconds. */
const longestAnswer = 10_000;
const longestTakeOver = 5000;

/**
 * Keeps the page for use without a network, once it is at rest, and looks for new versions. A page that is a file, or one
 * on a host without https, is left as it is.
 * @param engineLoaded until then nothing large is fetched: two fetches of one file at a time can break each other off
 */
export function workOffline(engineLoaded: Promise<void>): void {
  if (!isPossible()) return;
  const start = (): void => void register(engineLoaded).catch(() => undefined);
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}

function isPossible(): boolean {
  return location.protocol.startsWith('http') && window.isSecureContext && 'serviceWorker' in navigator;
}

async function register(engineLoaded: Promise<void>): Promise<void> {
  const script = new URL('sw.js', document.baseURI);
  const registration = await navigator.serviceWorker.register(script, { updateViaCache: 'none' });
  const watchNext = (): void => watch(registration.installing ?? registration.waiting, registration);
  registration.addEventListener('updatefound', watchNext);
  watchNext();
  setInterval(() => void registration.update().catch(() => undefined), lookEvery);
  const keepAll = (): void => whenIdle(() => tell(registration.active, 'keep-all'));
  await Promise.all([navigator.serviceWorker.ready, engineLoaded]);
  navigator.serviceWorker.addEventListener('controllerchange', keepAll);
  keepAll();
}

function watch(next: ServiceWorker | null, registration: ServiceWorkerRegistration): void {
  if (next === null) return;
  const look = (): void => {
    if (next.state === 'installed' && registration.active !== null) void offer(next);
  };
  next.addEventListener('statechange', look);
  look();
}

/** A page that the network has brought is of the new version already: then the worker just follows it. */
async function offer(next: ServiceWorker): Promise<void> {
  const version = (await versionOf(next)) ?? (await versionOf(next));
  if (version === pageVersion()) return tell(next, 'take-over');
  newVersion.value = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    tell(next, 'take-over');
    // a worker with work on its hands goes late: then the network brings the new page
    setTimeout(() => location.reload(), longestTakeOver);
  };
}

function pageVersion(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? null;
}

/** Null where the worker does not answer: it was stopped before it could. */
function versionOf(worker: ServiceWorker): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), longestAnswer);
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage('version' satisfies WorkerRequest, [port2]);
  });
}

function tell(worker: ServiceWorker | null, request: WorkerRequest): void {
  worker?.postMessage(request);
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 10_000 });
  else setTimeout(work, 2000);
}
