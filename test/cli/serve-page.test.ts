import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOf } from '../../src/cli/serve/open-in-browser.js';
import { isLoopback } from '../../src/cli/loopback.js';
import { ownHosts, urlOf } from '../../src/cli/serve/own-hosts.js';
import { pageApp } from '../../src/cli/serve/page-app.js';

const origin = 'http://127.0.0.1:8501';
const script = `${'console.log(1);\n'.repeat(200)}`;
let folder = '';
let app: Hono;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chat-metrics-serve-'));
  const page = join(folder, 'web');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not of the page');
  const files: Record<string, string | Buffer> = {
    'index.html': '<!doctype html><title>Page</title>',
    'sw.js': '// worker',
    'manifest.webmanifest': '{}',
    'icon.svg': '<svg/>',
    '.hidden/.keep': '',
    'assets/main-a1b2c3d4.js': script,
    'assets/main-a1b2c3d4.js.br': brotliCompressSync(script),
    'assets/main-a1b2c3d4.js.gz': gzipSync(script),
    'assets/only-a1b2c3d4.css': 'p{}',
    'assets/duckdb-eh-a1b2c3d4.wasm': Buffer.from('\0asm'),
    'assets/duckdb-browser-eh.worker-a1b2c3d4.js': '// engine',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(page, name, '..'), { recursive: true });
    writeFileSync(join(page, name), content);
  }
  app = pageApp({ folder: page, hosts: ownHosts({ host: '127.0.0.1', port: 8501 }) });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(`${origin}${path}`, { headers: { host: '127.0.0.1:8501', ...headers }, method });

const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? '';

describe('the page', () => {
  it.each(['/', '/index.html', '/?view=agents'])('is at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('<title>Page</title>');
  });

  it.each([
    ['/assets/main-a1b2c3d4.js', 'text/javascript; charset=utf-8'],
    ['/assets/only-a1b2c3d4.css', 'text/css; charset=utf-8'],
    ['/assets/duckdb-eh-a1b2c3d4.wasm', 'application/wasm'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
  ])('has %s as %s', async (path, type) => {
    const response = await get(path);
    expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({
      status: 200,
      type,
    });
  });

  it('has files named by their content kept for ever, and the others asked about each time', async () => {
    const kept = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await kept('/assets/main-a1b2c3d4.js')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/icon.svg']) {
      expect(await kept(path)).toBe('no-cache');
    }
  });
});

describe('every answer', () => {
  it.each(['/', '/assets/duckdb-worker-a1b2c3d4.js', '/nothing', '/..%2fsecret.txt'])(
    'keeps the page to itself, at %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe(null);
      expect(headers.get('access-control-allow-origin')).toBe(null);
      expect(await policyOf(path)).toBe(
        `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; ` +
          `connect-src 'self' blob:; worker-src 'self' blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; ` +
          `form-action 'none'; frame-ancestors 'none'`,
      );
    },
  );
});

describe('a host that is not its own', () => {
  it.each([
    'evil.example',
    'evil.example:8501',
    '127.0.0.1',
    '127.0.0.1:8502',
    'localhost.evil.example:8501',
    '',
  ])('gets nothing: "%s"', async (host) => {
    const response = await get('/', { host });
    expect(response.status).toBe(421);
    expect(await response.text()).toContain('http://127.0.0.1:8501');
  });

  it.each(['127.0.0.1:8501', 'localhost:8501', 'LOCALHOST:8501', '[::1]:8501'])(
    'is not "%s"',
    async (host) => {
      expect((await get('/', { host })).status).toBe(200);
    },
  );

  it('is not the one that was asked for, nor this computer under its own names where all interfaces are open', () => {
    expect([...ownHosts({ host: '192.168.7.9', port: 80 })]).toContain('192.168.7.9');
    expect([...ownHosts({ host: '::1', port: 9 })]).toContain('[::1]:9');
    expect(ownHosts({ host: '0.0.0.0', port: 9 }).size).toBeGreaterThan(4);
  });
});

describe('a request', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s is refused', async (method) => {
    const response = await get('/', {}, method);
    expect({ status: response.status, allow: response.headers.get('allow') }).toEqual({
      status: 405,
      allow: 'GET, HEAD',
    });
  });

  it('by HEAD has the headers without the file', async () => {
    const response = await get('/assets/main-a1b2c3d4.js', {}, 'HEAD');
    expect(response.headers.get('content-length')).toBe(String(script.length));
    expect(await response.text()).toBe('');
  });

  it.each([
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets%2f..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%',
    '/.hidden/.keep',
    '/assets',
    '/assets/',
    '/assets/main-a1b2c3d4.js/',
    '/assets/main-a1b2c3d4.js.br',
    '//secret.txt',
    '/nothing',
  ])('for %s finds nothing', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('There is nothing at this address.\n');
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
    ['', null],
  ])('that takes "%s" gets the script as %s', async (header, encoding) => {
    const response = await get('/assets/main-a1b2c3d4.js', { 'accept-encoding': header });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
    if (encoding === 'gzip') expect(gunzipSync(bytes).toString()).toBe(script);
    if (encoding === null) expect(bytes.toString()).toBe(script);
  });

  it('gets a file that was not packed as it is', async () => {
    const response = await get('/assets/only-a1b2c3d4.css', { 'accept-encoding': 'br' });
    expect(response.headers.get('content-encoding')).toBe(null);
    expect(await response.text()).toBe('p{}');
  });

  it('for what the browser has already is answered with 304, as long as the file is the same', async () => {
    const path = '/index.html';
    const tag = (await get(path)).headers.get('etag') ?? '';
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const response = await get(path, { 'if-none-match': known });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe('');
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>Page</title><p>New');
    expect((await get(path, { 'if-none-match': tag })).status).toBe(200);
  });

  it('has another tag for each packing of a file', async () => {
    const tagFor = async (encoding: string) =>
      (await get('/assets/main-a1b2c3d4.js', { 'accept-encoding': encoding })).headers.get('etag');
    expect(new Set([await tagFor('br'), await tagFor('gzip'), await tagFor('')]).size).toBe(3);
  });
});

describe('the address', () => {
  it.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['127.8.8.8', true],
    ['0.0.0.0', false],
    ['192.168.1.2', false],
    ['127.evil.example', false],
  ])('%s is of this computer alone: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });

  it('is one that a browser takes', () => {
    expect(urlOf({ host: '0.0.0.0', port: 1 })).toBe('http://127.0.0.1:1');
    expect(urlOf({ host: '::1', port: 1 })).toBe('http://[::1]:1');
    expect(urlOf({ host: '192.168.1.2', port: 8501 })).toBe('http://192.168.1.2:8501');
  });

  it('is opened by what the system has for it, where there is a desktop', () => {
    expect(launchOf('u', 'darwin', {})?.command).toBe('open');
    expect(launchOf('u', 'win32', {})?.command).toBe('explorer.exe');
    expect(launchOf('u', 'linux', { WAYLAND_DISPLAY: 'wayland-0' })?.command).toBe('xdg-open');
    expect(launchOf('u', 'linux', {})).toBe(null);
  });
});
