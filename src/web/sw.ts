/**
 * Keeps the page for use without a network. Files are named by their content, so one never stands for another version; the page
 * itself is asked of the network first, and whichever page comes brings its own files.
 */
import type { FetchEvent, PageBuild, ServiceWorkerScope, WorkerRequest } from './offline/worker-scope.js';

/** Put in by the build: scripts/page-version.mjs. */
declare const __PAGE_BUILD__: PageBuild;

const scope = globalThis as unknown as ServiceWorkerScope;
const { version, first, later } = __PAGE_BUILD__;
const page = 'index.html';
/** How long after the first look whether another window is open, in milliseconds. */
const nextLook = 5000;
const mostLooks = 8;
const base = scope.registration.scope;
/** Other copies of the page may stand in other folders of the same host. */
const prefix = `chat-metrics ${new URL(base).pathname} `;
const ownName = `${prefix}${version}`;
const addresses = new Set([...first, ...later].map(addressOf));

scope.addEventListener('install', (event) => event.waitUntil(keep(first)));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  const answer = answerTo(event);
  if (answer !== null) event.respondWith(answer);
});
scope.addEventListener('message', (event) => {
  const request = event.data as WorkerRequest;
  if (request === 'take-over') event.waitUntil(scope.skipWaiting());
  if (request === 'keep-all') event.waitUntil(keep(later).then(forgetOthers));
  if (request === 'version') event.ports[0]?.postMessage(version);
});

function addressOf(path: string): string {
  return new URL(path, base).href;
}

async function keep(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(ownName);
  await Promise.all(paths.map((path) => keepOne(cache, path)));
}

async function keepOne(cache: Cache, path: string): Promise<void> {
  const address = addressOf(path);
  if (await cache.match(address)) return;
  const response = (isNamedByContent(address) ? await kept(address) : null) ?? (await fetched(address));
  await cache.put(address, await whole(response));
}

/** A cache shows an entry before all of it has come: one that is still on its way would be taken for the file. */
async function whole(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(await response.arrayBuffer(), { headers });
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address, { cache: isNamedByContent(address) ? 'default' : 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  if (address !== addressOf(page)) return response;
  // a host that is being updated may give the page of one version and this worker of another
  if (!(await response.clone().text()).includes(version)) throw new Error('The page is of another version.');
  return response;
}

/**
 * Versions before are kept while another window may still need their files. A version before forgets nothing: what a newer one
 * begins to keep after the list was made is not in it, and of what is in it the newer one is known. The window before a reload
 * may still be there for a moment, on a busy computer for longer: so it is looked several times.
 */
async function forgetOthers(): Promise<void> {
  const others = (await ownCaches()).filter((name) => name !== ownName);
  if (others.length === 0) return;
  for (let look = 1; look < mostLooks && !(await isAlone()); look += 1)
    await new Promise((resolve) => setTimeout(resolve, nextLook));
  if (!(await isAlone()) || !isNewest()) return;
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function isAlone(): Promise<boolean> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.length <= 1;
}

function isNewest(): boolean {
  const { waiting, installing } = scope.registration;
  return waiting === null && installing === null && scope.serviceWorker.state !== 'redundant';
}

async function ownCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

/** The file as it was kept, by this version or one before; null where none has it. */
async function kept(address: string): Promise<Response | null> {
  for (const cacheName of [ownName, ...(await ownCaches())]) {
    const response = await caches.match(address, { cacheName, ignoreVary: true });
    if (response) return response;
  }
  return null;
}

/** Null for a request that is none of this worker's business. */
function answerTo({ request }: FetchEvent): Promise<Response> | null {
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(base)) return null;
  url.search = '';
  url.hash = '';
  const address = url.href === base ? addressOf(page) : url.href;
  if (isNamedByContent(address)) return fromStore(address, request);
  return addresses.has(address) ? fromNetwork(address, request) : null;
}

function isNamedByContent(address: string): boolean {
  return address.startsWith(addressOf('assets/'));
}

async function fromStore(address: string, request: Request): Promise<Response> {
  return (await kept(address)) ?? fetch(request);
}

async function fromNetwork(address: string, request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const known = await caches.match(address, { cacheName: ownName, ignoreVary: true });
    if (known) return known;
    throw error;
  }
}
