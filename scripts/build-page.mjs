/**
 * Builds the web page: dist/web/ for servers, packed beside each file, and dist/web-single/chat-metrics.html, the same page
 * as one file.
 */
import { join } from 'node:path';
import { build } from 'vite';
import { compressPage } from './compress-page.mjs';
import { versionIn } from './page-version.mjs';
import { root } from './setup.mjs';
import { buildSingleFile } from './single-file.mjs';

const settings = { configFile: join(root, 'vite.web.config.ts'), logLevel: /** @type {const} */ ('warn') };

try {
  await build(settings);
  await compressPage(join(root, 'dist/web'), join(root, 'node_modules/.cache/chat-metrics-page'));
  await buildSingleFile(
    join(root, 'dist/web-single/chat-metrics.html'),
    settings,
    versionIn(join(root, 'dist/web')),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
