/** The parts of a service worker's surroundings that are used here; TypeScript has them only for programs without a page. */
export interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly serviceWorker: ServiceWorker;
  readonly clients: {
    claim: () => Promise<void>;
    matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => Promise<readonly unknown[]>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: {
    (type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
    (type: 'fetch', listener: (event: FetchEvent) => void): void;
    (type: 'message', listener: (event: LastingEvent & MessageEvent<unknown>) => void): void;
  };
}

/** The browser keeps the worker alive until the promise is settled. */
interface LastingEvent {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith: (response: Promise<Response>) => void;
}

/** What the build tells the worker of the page; paths are relative to the page. */
export interface PageBuild {
  /** Changes with any file of the page. */
  version: string;
  /** What the page needs to start. */
  first: readonly string[];
  /** What it needs later: the engine. */
  later: readonly string[];
}

/** From the page to the worker. */
export type WorkerRequest =
  /** Keep the rest of the page too, so that all of it works without a network. */
  | 'keep-all'
  /** Take the place of the version before. */
  | 'take-over'
  /** Say your version to the port. */
  | 'version';
