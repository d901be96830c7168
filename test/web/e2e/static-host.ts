import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticHost {
  /** Where the page is, with a slash at the end. */
  url: string;
  /** Goes on with another folder. */
  serveFrom: (folder: string) => void;
  /** Answers nothing any more; `resume` undoes it. */
  stop: () => void;
  resume: () => void;
  /** What was asked for since the start. */
  asked: string[];
  close: () => Promise<void>;
}

/** A host that knows nothing of the page: it gives files of a folder, without a header of ours, under `/team/chats/`. */
export async function staticHost(first: string): Promise<StaticHost> {
  const base = '/team/chats/';
  const asked: string[] = [];
  let folder = first;
  let isUp = true;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    if (!isUp || !pathname.startsWith(base)) {
      request.socket.destroy();
      return;
    }
    asked.push(pathname.slice(base.length));
    const file = join(folder, pathname.slice(base.length) || 'index.html');
    stat(file).then(
      () => {
        response.writeHead(200, {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          'cache-control': 'max-age=600',
        });
        createReadStream(file).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    serveFrom: (next) => (folder = next),
    stop: () => {
      isUp = false;
      server.closeAllConnections();
    },
    resume: () => (isUp = true),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
