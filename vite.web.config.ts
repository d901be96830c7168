import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { bundledLicences, bundledModules } from './scripts/bundled-licences.mjs';
import { pageVersion } from './scripts/page-version.mjs';
import { statedPolicy } from './src/cli/serve/page-policy.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ofWorkers = new Set<string>();

/** The page, for any static host and any folder of it: all addresses in it are relative. */
export default defineConfig({
  root: at('src/web'),
  base: './',
  publicDir: at('src/web/public'),
  plugins: [bundledLicences(ofWorkers), pageVersion({ policy: statedPolicy })],
  worker: { format: 'es', plugins: () => [bundledModules(ofWorkers)] },
  build: {
    outDir: at('dist/web'),
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1024,
    rolldownOptions: {
      input: { index: at('src/web/index.html'), sw: at('src/web/sw.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
