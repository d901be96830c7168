import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { servePage } from '../../src/cli/serve/serve-page.js';

const home = mkdtempSync(join(tmpdir(), 'served-'));
const folder = join(home, 'page');
mkdirSync(folder);
writeFileSync(join(folder, 'index.html'), '<title>page</title>');
writeFileSync(join(home, 'secret.txt'), 'secret');
symlinkSync(join(home, 'secret.txt'), join(folder, 'linked.txt'));
const { server, address } = await servePage(folder, { host: '127.0.0.1', port: 0 });
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(home, { recursive: true });
});
const at = (path: string): string => `http://127.0.0.1:${String(address.port)}${path}`;

it('a link in the folder of the page that leads out of it is not followed', async () => {
  expect((await fetch(at('/linked.txt'))).status).toBe(404);
});

it('every answer keeps other pages from having a hand on the page', async () => {
  const answer = await fetch(at('/'));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
});

it('a request that does not come to its end is given up, and connections have a bound', async () => {
  expect(server.maxConnections).toBe(100);
  const slow = connect(address.port, '127.0.0.1');
  slow.on('error', () => undefined);
  slow.write('GET / HTTP/1.1\r\nHost: 127');
  slow.resume();
  await once(slow, 'close');
}, 15_000);
