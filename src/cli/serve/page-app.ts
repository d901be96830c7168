import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { accepts } from 'hono/accepts';
import {
  cacheControl,
  fileAt,
  packedFile,
  packings,
  typeOf,
  type PageFile,
  type Packing,
} from './page-files.js';
import { securityHeaders } from './page-policy.js';

export interface PageApp {
  /** Where the built page is. */
  folder: string;
  /** What a request may name as its host, with the port; see ownHosts. */
  hosts: ReadonlySet<string>;
}

/** Answers requests for the files of the built page: by GET or HEAD, under its own name, and nothing else. */
export function pageApp({ folder, hosts }: PageApp): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
  });
  app.use(async (c, next) => {
    const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase();
    if (!hosts.has(host)) return c.text(strangerText(host, hosts), 421);
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    return c.text('Only GET and HEAD.\n', 405, { allow: 'GET, HEAD' });
  });
  app.get('*', async (c) => {
    const file = await fileAt(folder, c.req.path);
    return file === null ? c.text('There is nothing at this address.\n', 404) : answer(c, file);
  });
  return app;
}

function strangerText(host: string, hosts: ReadonlySet<string>): string {
  const own = [...hosts].map((name) => `http://${name}`).join(', ');
  return `This server is not known as "${host}". It answers at ${own}.\n`;
}

/** The file, as small as the browser takes it; nothing but the word that it is unchanged, where the browser has it. */
async function answer(c: Context, plain: PageFile): Promise<Response> {
  const { file, packing } = await packedFor(c, plain);
  c.header('etag', file.tag);
  c.header('cache-control', cacheControl(c.req.path));
  c.header('vary', 'Accept-Encoding');
  if (isKnown(c.req.header('if-none-match'), file.tag)) return c.body(null, 304);
  c.header('content-type', typeOf(plain));
  if (packing !== null) c.header('content-encoding', packing);
  c.header('content-length', String(file.bytes));
  if (c.req.method === 'HEAD') return c.body(null);
  return c.body(Readable.toWeb(createReadStream(file.path)) as ReadableStream);
}

async function packedFor(c: Context, plain: PageFile): Promise<{ file: PageFile; packing: Packing | null }> {
  const supports = Object.keys(packings) as Packing[];
  const found = await Promise.all(supports.map((packing) => packedFile(plain, packing)));
  const packed = supports.flatMap((packing, index) => {
    const file = found[index];
    return file ? [{ file, packing }] : [];
  });
  const asked = accepts(c, {
    header: 'Accept-Encoding',
    supports: packed.map(({ packing }) => packing),
    default: 'identity',
    match: (wanted, { supports: here }) =>
      here.find((name) => wanted.some(({ type, q }) => q > 0 && type.toLowerCase() === name)) ?? 'identity',
  });
  return packed.find(({ packing }) => packing === asked) ?? { file: plain, packing: null };
}

function isKnown(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
