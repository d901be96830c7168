import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILE_NAME = 'THIRD_PARTY_LICENSES.txt';
const LICENCE_FILE = /^(licen[cs]e|notice|copying)/i;

/**
 * A Vite plugin: writes the licence texts of every package that was bundled, and fails on one that has none.
 * @param {Set<string>} [others] modules that were bundled elsewhere for the same program: see bundledModules
 * @returns {import('vite').Plugin}
 */
export function bundledLicences(others = new Set()) {
  return {
    name: 'bundled-licences',
    generateBundle(_options, bundle) {
      const ids = [...idsOf(bundle), ...others];
      const folders = new Set(ids.map(packageFolderOf).filter((folder) => folder !== undefined));
      const source = [...folders]
        .sort()
        .map(licenceOf)
        .join(`\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: FILE_NAME, source });
    },
  };
}

/**
 * A Vite plugin for the workers of a page, which are bundles of their own: notes their modules.
 * @param {Set<string>} ids where they are noted
 * @returns {import('vite').Plugin}
 */
export function bundledModules(ids) {
  return {
    name: 'bundled-modules',
    generateBundle(_options, bundle) {
      for (const id of idsOf(bundle)) ids.add(id);
    },
  };
}

/** @param {Record<string, { type: string, moduleIds?: string[] }>} bundle */
function idsOf(bundle) {
  return Object.values(bundle).flatMap(({ type, moduleIds = [] }) => (type === 'chunk' ? moduleIds : []));
}

/** The folder of the package that a bundled module belongs to; none for the project's own modules.
 * @param {string} id @returns {string | undefined} */
function packageFolderOf(id) {
  if (!id.includes('/node_modules/')) return undefined;
  for (let folder = dirname(id.replace(/^\0/, '')); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && isPackage(manifestOf(folder))) return folder;
  }
  return undefined;
}

/** A part of a package may have a manifest of its own: it has no version.
 * @param {{ name?: string, version?: string }} manifest */
function isPackage({ name, version }) {
  return Boolean(name && version);
}

/** Its own licence text, or the one that we keep in `licences` for a package that forgot it.
 * @param {string} folder @returns {string} */
function licenceOf(folder) {
  const { name, version, license } = manifestOf(folder);
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const kept = new URL(`licences/${String(name).replaceAll('/', '-')}.txt`, import.meta.url);
  if (!texts.length && existsSync(kept)) texts.push(readFileSync(kept, 'utf8').trim());
  if (!texts.length) throw new Error(`${name} ${version} is bundled, but ships no licence text`);
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

/** @param {string} folder @returns {{ name?: string, version?: string, license?: string }} */
function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
