/**
 * The first script of the page as one file, and of each of its workers: a page that is opened from a folder may load nothing,
 * so what it would load stands in it, and is handed down from page to worker.
 */
interface Embedded {
  /** This script. */
  self: string;
  /** Scripts of workers, by address. */
  scripts: Record<string, string>;
  /** Other files, by address: gzip in base64. */
  packed: Record<string, string>;
}

const isPage = typeof document !== 'undefined';
let embedded: Embedded | null = isPage ? null : { self: '', scripts: {}, packed: {} };

if (!isPage) {
  const take = (event: MessageEvent<{ embedded?: Embedded } | null>): void => {
    if (!event.data?.embedded) return;
    event.stopImmediatePropagation();
    embedded = event.data.embedded;
    removeEventListener('message', take);
  };
  addEventListener('message', take);
}

const realFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const address = String(input instanceof Request ? input.url : input);
  const packed = entryFor(own().packed, address);
  return packed === null ? realFetch(input, init) : unpacked(packed, address);
};

type ImportScripts = (...addresses: string[]) => void;
const scope = globalThis as { importScripts?: ImportScripts };
const realImport = scope.importScripts;
if (realImport) scope.importScripts = (...addresses) => realImport(...addresses.map(importable));

const RealWorker = globalThis.Worker as typeof Worker | undefined;
if (RealWorker)
  globalThis.Worker = class extends RealWorker {
    constructor(address: string | URL, options?: WorkerOptions) {
      const script = entryFor(own().scripts, String(address));
      if (script === null) {
        super(address, options);
        return;
      }
      const blob = new Blob([own().self, '\n', script], { type: 'text/javascript' });
      super(URL.createObjectURL(blob), { name: options?.name });
      this.postMessage({ embedded: own() });
    }
  };

function importable(address: string): string {
  const script = entryFor(own().scripts, address);
  return script === null ? address : URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}

function own(): Embedded {
  embedded ??= ofPage();
  return embedded;
}

/** Elements of the page hold them: `<script type="text/plain" data-script="a.js">`. */
function ofPage(): Embedded {
  return {
    self: document.querySelector('script[data-embedded]')?.textContent ?? '',
    scripts: textsBy('script'),
    packed: textsBy('packed'),
  };
}

function textsBy(kind: 'script' | 'packed'): Record<string, string> {
  const elements = [...document.querySelectorAll<HTMLElement>(`script[data-${kind}]`)];
  return Object.fromEntries(elements.map(({ dataset, textContent }) => [dataset[kind] ?? '', textContent]));
}

/** What stands for an address, which may be relative or of the folder that the page is in. */
function entryFor(entries: Record<string, string>, address: string): string | null {
  const name = Object.keys(entries).find((known) => address.endsWith(known));
  return name === undefined ? null : (entries[name] ?? null);
}

function unpacked(base64: string, address: string): Response {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const type = address.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
  return new Response(stream, { headers: { 'content-type': type } });
}

export {};
