import { signal } from '@preact/signals';
import type { WorkerRequest } from './worker-scope.js';

/** Loads the page again as the version that waits; null while there is none. */
export const newVersion = signal<(() => void) | null>(null);

/** Between two looks for a new version, in milliseconds. */
const lookEvery = 60 * 60 * 1000;

/**
 * Keeps the page for use without a network, once it is at rest, and looks for new versions. A page that is a file, or one
 * on a host without https, is left as it is.
 */
export function workOffline(): void {
  if (!isPossible()) return;
  const start = (): void => void register().catch(() => undefined);
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}

function isPossible(): boolean {
  return location.protocol.startsWith('http') && window.isSecureContext && 'serviceWorker' in navigator;
}

async function register(): Promise<void> {
  const script = new URL('sw.js', document.baseURI);
  const registration = await navigator.serviceWorker.register(script, { updateViaCache: 'none' });
  registration.addEventListener('updatefound', () => watch(registration));
  watch(registration);
  setInterval(() => void registration.update().catch(() => undefined), lookEvery);
  const keepAll = (): void => whenIdle(() => tell(registration.active, 'keep-all'));
  navigator.serviceWorker.addEventListener('controllerchange', keepAll);
  await navigator.serviceWorker.ready;
  keepAll();
}

function watch(registration: ServiceWorkerRegistration): void {
  const next = registration.waiting ?? registration.installing;
  if (next === null) return;
  const look = (): void => {
    if (next.state === 'installed' && registration.active !== null) void offer(next);
  };
  next.addEventListener('statechange', look);
  look();
}

/** A page that the network has brought is of the new version already: then the worker just follows it. */
async function offer(next: ServiceWorker): Promise<void> {
  if ((await versionOf(next)) === pageVersion()) return tell(next, 'take-over');
  newVersion.value = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    tell(next, 'take-over');
  };
}

function pageVersion(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? null;
}

function versionOf(worker: ServiceWorker): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
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
