import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Stricter than what the page of the program is served with: blobs cannot be fetched either. */
const strictPolicy = [
  `default-src 'none'`,
  `script-src 'self' 'wasm-unsafe-eval'`,
  ...['worker-src', 'connect-src', 'style-src', 'img-src'].map((name) => `${name} 'self'`),
].join('; ');

/** The engine is given to its worker as a blob. */
const pagePolicy = strictPolicy.replace(`connect-src 'self'`, `connect-src 'self' blob:`);

export interface StaticServer {
  origin: string;
  close: () => Promise<void>;
}

/**
 * Serves a folder on this computer alone, under a strict Content-Security-Policy; below `/strict/` it is stricter
 * still, for page and worker alike.
 */
export async function serve(folder: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    const isStrict = path.startsWith('/strict/');
    const file = join(folder, path.replace(/^\/strict\//, '/'));
    stat(file).then(
      ({ size }) => {
        response.writeHead(200, {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          'content-length': size,
          'content-security-policy': isStrict ? strictPolicy : pagePolicy,
          'x-content-type-options': 'nosniff',
          'cache-control': path.startsWith('/files/') ? 'no-store' : 'max-age=3600',
        });
        createReadStream(file).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${String(port)}`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
