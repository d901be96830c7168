/** The page as one HTML file: everything stands in it, so that it opens by a double click, with nothing installed. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, loadConfigFromFile } from 'vite';
import { root } from './setup.mjs';

/**
 * @typedef {import('vite').Rolldown.OutputChunk | import('vite').Rolldown.OutputAsset} Part
 * @typedef {{ configFile: string, logLevel: import('vite').LogLevel }} Settings
 */

/** @param {string} file where it goes @param {Settings} settings of the page @param {string} version of the page */
export async function buildSingleFile(file, settings, version) {
  const parts = await pageParts(settings);
  const first = await firstScript(settings.logLevel);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, assembled(parts, first, version));
}

/** The page with its scripts in one piece each, and none of them a module: those cannot be loaded from a folder.
 * @param {Settings} settings @returns {Promise<Part[]>} */
async function pageParts({ configFile, logLevel }) {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, configFile);
  if (!loaded) throw new Error(`${configFile} cannot be loaded`);
  const { config } = loaded;
  const inOnePiece = { format: /** @type {const} */ ('iife'), codeSplitting: false };
  const named = {
    ...inOnePiece,
    entryFileNames: '[name]-[hash].js',
    assetFileNames: '[name]-[hash][extname]',
  };
  return outputOf({
    ...config,
    configFile: false,
    logLevel,
    worker: { ...config.worker, format: 'iife', rolldownOptions: { output: named } },
    build: {
      ...config.build,
      write: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: join(root, 'src/web/index.html'),
        output: named,
        transform: { define: { 'import.meta.url': 'document.baseURI', 'import.meta.resolve': 'undefined' } },
      },
    },
  });
}

/** @param {import('vite').LogLevel} logLevel */
async function firstScript(logLevel) {
  const entry = join(root, 'src/web/single-file/embedded.ts');
  const lib = { entry, formats: [/** @type {const} */ ('iife')], name: 'embedded' };
  const [chunk] = await outputOf({
    configFile: false,
    logLevel,
    publicDir: false,
    build: { lib, write: false },
  });
  if (chunk?.type !== 'chunk') throw new Error(`${entry} gave no script`);
  return chunk.code;
}

/** @param {import('vite').InlineConfig} config @returns {Promise<Part[]>} */
async function outputOf(config) {
  const result = await build(config);
  const first = Array.isArray(result) ? result[0] : result;
  if (!first || !('output' in first)) throw new Error('The build gave nothing');
  return first.output;
}

/** @param {Part[]} parts @param {string} first @param {string} version */
function assembled(parts, first, version) {
  const page = textOf(partNamed(parts, /[.]html$/));
  const entry = parts.find((part) => part.type === 'chunk' && part.isEntry);
  if (!entry) throw new Error('The page has no script');
  const style = [layers(), ...withEnding(parts, '.css').map(textOf)].join('\n');
  const [embedded, main] = [inScript(first), inScript(textOf(entry))];
  const icon = readFileSync(join(root, 'src/web/public/icon.svg'), 'utf8');
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policyOf([embedded, main], style)}" />`,
    `<meta name="version" content="${version}" />`,
    `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}" />`,
    `<style>${style}</style>`,
    `<script data-embedded>${embedded}</script>`,
  ];
  const body = [
    ...withEnding(parts, '.txt').map((part) => data('licences', part.fileName, textOf(part))),
    ...withEnding(parts, '.js')
      .filter((part) => part !== entry)
      .map((part) => data('script', part.fileName, textOf(part))),
    ...withEnding(parts, '.wasm').map((part) => data('packed', part.fileName, packed(part))),
    `<script>${main}</script>`,
  ];
  return page
    .replace(/\s*<(script|link)\b[^>]*\b(src|href)="[.]?[/]?[^"]*"[^>]*>(<[/]script>)?/g, '')
    .replace(/(?<=<meta charset="[\w-]+"\s*[/]?>)/i, () => `\n${head.join('\n')}`)
    .replace('</body>', () => `${body.join('\n')}\n</body>`);
}

/** The order of the layers: in one piece, styles of parts that are loaded later may come first, and would turn it round. */
function layers() {
  const [order] =
    readFileSync(join(root, 'src/web/styles/layers.css'), 'utf8').match(/^@layer [^{}]*?;/m) ?? [];
  if (!order) throw new Error('The page has no order of its layers');
  return order;
}

/** Nothing may be loaded, nor sent anywhere.
 * @param {string[]} scripts @param {string} style */
function policyOf(scripts, style) {
  return [
    `default-src 'none'`,
    `script-src ${scripts.map(hashOf).join(' ')} blob: 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    `img-src data: blob:`,
    `worker-src blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** @param {string} text */
function hashOf(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** @param {string} kind @param {string} name @param {string} text */
function data(kind, name, text) {
  return `<script type="text/plain" data-${kind}="${name}">${inScript(text)}</script>`;
}

/** Code, as it may stand in a script element: what would end it is written another way of the same meaning.
 * @param {string} code */
function inScript(code) {
  return code.replace(/<(?=[/]script)/gi, '<\\').replaceAll('<!--', '<\\!--');
}

/** @param {Part} part */
function packed(part) {
  return gzipSync(bytesOf(part), { level: 9 }).toString('base64');
}

/** @param {Part} part */
function textOf(part) {
  return bytesOf(part).toString('utf8');
}

/** @param {Part} part */
function bytesOf(part) {
  return Buffer.from(part.type === 'chunk' ? part.code : part.source);
}

/** @param {Part[]} parts @param {string} ending */
function withEnding(parts, ending) {
  return parts.filter(({ fileName }) => fileName.endsWith(ending));
}

/** @param {Part[]} parts @param {RegExp} name */
function partNamed(parts, name) {
  const part = parts.find(({ fileName }) => name.test(fileName));
  if (!part) throw new Error(`The page has no ${String(name)}`);
  return part;
}
