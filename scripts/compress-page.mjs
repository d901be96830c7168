/** Packs the files of a folder for browsers: `.br` and `.gz` beside each. What was packed once is kept by its content. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const PACKED_TYPES = /[.](css|html|js|svg|txt|wasm|webmanifest)$/;
const LEAST_BYTES = 1024;
/** From here on brotli's best takes longer than it is worth. */
const LARGE_BYTES = 4_000_000;

/** @type {Record<string, (bytes: Buffer) => Promise<Buffer>>} */
const PACKERS = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE_BYTES ? 9 : 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/**
 * @param {string} folder the built page
 * @param {string} cache where packed files are kept between builds
 */
export async function compressPage(folder, cache) {
  await mkdir(cache, { recursive: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && PACKED_TYPES.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(files.map((file) => compressFile(file, cache)));
}

/** @param {string} file @param {string} cache */
async function compressFile(file, cache) {
  const bytes = await readFile(file);
  if (bytes.length < LEAST_BYTES) return;
  const name = createHash('sha256').update(bytes).digest('hex');
  const packed = Object.entries(PACKERS).map(async ([ending, pack]) => {
    const kept = join(cache, `${name}.${ending}`);
    await copyFile(kept, `${file}.${ending}`).catch(async () => {
      const smaller = await pack(bytes);
      await writeFile(`${file}.${ending}`, smaller);
      await writeFile(`${kept}.part`, smaller);
      await rename(`${kept}.part`, kept);
    });
  });
  await Promise.all(packed);
}
