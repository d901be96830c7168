import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { bundledLicences } from './scripts/bundled-licences.mjs';

/** What a user's npm installs beside the bundle: the engine's binary. All else is bundled. */
const ENGINE_PACKAGES = ['@duckdb/node-bindings'];
const COMMAND = 'cli/main.js';
/** Less to parse at every start; names of functions stay, for the stack of an error. */
const SMALLER = { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } };
const SHEBANG = '#!/usr/bin/env node\n';

/** Makes the command's entry a program of its own. */
function executableCommand(): Plugin {
  return {
    name: 'executable-command',
    generateBundle(_options, bundle) {
      const entry = bundle[COMMAND];
      if (entry?.type !== 'chunk' || entry.code.startsWith('#!')) return;
      entry.code = SHEBANG + entry.code;
      // every line of it is one further down
      const map = bundle[`${COMMAND}.map`];
      if (map?.type === 'asset') map.source = String(map.source).replace('"mappings":"', '"mappings":";');
    },
    writeBundle: ({ dir = 'dist' }) => chmodSync(join(dir, COMMAND), 0o755),
  };
}

/** Puts the JSON Schemas beside the program. */
function schemas(): Plugin {
  return {
    name: 'schemas',
    generateBundle() {
      for (const name of readdirSync('schemas'))
        this.emitFile({
          type: 'asset',
          fileName: `schemas/${name}`,
          source: readFileSync(join('schemas', name)),
        });
    },
  };
}

export default defineConfig({
  plugins: [bundledLicences(), executableCommand(), schemas()],
  ssr: { target: 'node', noExternal: true, external: ENGINE_PACKAGES },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    sourcemap: 'hidden',
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        'cli/main': 'src/cli/main.ts',
        index: 'src/index.ts',
        'spreadsheet-worker': 'src/engines/duckdb/spreadsheet-worker.ts',
      },
      output: {
        format: 'esm',
        sourcemapExcludeSources: true,
        minify: SMALLER,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
});
