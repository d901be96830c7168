import { realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';

/** How a file was packed by the build, best first: by the word of HTTP, the ending of the packed file beside it. */
export const packings = { br: '.br', gzip: '.gz' } as const;
export type Packing = keyof typeof packings;

/** A file of the built page. */
export interface PageFile {
  path: string;
  bytes: number;
  /** Changes with the file. */
  tag: string;
}

/** Named by their content: a file of such a name never changes. */
const hashedFile = /^\/assets\/.+-[\w-]{8}\.\w+$/;

/** The file that an address stands for, `/` for `/index.html`; null where there is none. Folders are not listed. */
export async function fileAt(folder: string, address: string): Promise<PageFile | null> {
  const path = decoded(address);
  if (path === null || /[\0\\]|(^|\/)\./.test(path) || /\.(br|gz)$/.test(path)) return null;
  return fileOf(join(folder, ...(path.endsWith('/') ? `${path}index.html` : path).split('/')), folder);
}

/** The same file as the build packed it; null where it did not. */
export async function packedFile(file: PageFile, packing: Packing): Promise<PageFile | null> {
  return fileOf(`${file.path}${packings[packing]}`, dirname(file.path));
}

/** How long a browser may keep the file without a question. */
export function cacheControl(address: string): string {
  return hashedFile.test(address) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** What kind of file it is, by its name. */
export function typeOf({ path }: PageFile): string {
  return getMimeType(path) ?? 'application/octet-stream';
}

async function fileOf(path: string, folder: string): Promise<PageFile | null> {
  if (!path.startsWith(`${folder}${sep}`)) return null;
  // a link may lead out of the folder
  const [real, within] = await Promise.all([realpath(path), realpath(folder)]).catch(() => ['', '']);
  if (!real.startsWith(`${within}${sep}`) || within === '') return null;
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const tag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`;
  return { path, bytes: found.size, tag };
}

function decoded(address: string): string | null {
  try {
    return decodeURIComponent(address);
  } catch {
    return null;
  }
}
