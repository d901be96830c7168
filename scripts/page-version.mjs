/** What the build adds to the page once all of its files are there: its version, its policy, and its service worker's list. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };

const WORKER = 'sw.js';
const PAGE = 'index.html';
/** What only the engine needs: the page starts without it. */
const OF_THE_ENGINE = /^assets[/]duckdb-/;
const NOT_KEPT = /[.](br|gz|map|txt)$/;

/**
 * A Vite plugin: gives the page its version and its policy, and its service worker the list of files.
 * @param {{ policy: string }} settings the Content-Security-Policy of the page, for hosts that send none
 * @returns {import('vite').Plugin}
 */
export function pageVersion({ policy }) {
  return {
    name: 'page-version',
    apply: 'build',
    writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The page is built into no folder');
      const files = filesBelow(dir);
      const version = versionOf(dir, files);
      const metas = `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <meta name="version" content="${version}" />`;
      replaceIn(join(dir, PAGE), /(?<=<meta charset="[\w-]+"\s*[/]?>)/i, `\n    ${metas}`);
      const list = JSON.stringify({ version, ...filesToKeep(files) });
      replaceIn(join(dir, WORKER), /\b__PAGE_BUILD__\b/g, list);
    },
  };
}

/** The version that the built page in a folder states.
 * @param {string} folder */
export function versionIn(folder) {
  const [, version] =
    /<meta name="version" content="([^"]+)"/.exec(readFileSync(join(folder, PAGE), 'utf8')) ?? [];
  if (!version) throw new Error(`The page in ${folder} states no version`);
  return version;
}

/** @param {string} folder @returns {string[]} paths in it, with forward slashes, in a fixed order */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** @param {string} folder @param {string[]} files */
function versionOf(folder, files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return `${packageJson.version}-${hash.digest('hex').slice(0, 10)}`;
}

/** @param {string[]} files @returns {{ first: string[], later: string[] }} */
function filesToKeep(files) {
  const kept = files.filter((file) => file !== WORKER && !NOT_KEPT.test(file));
  return {
    first: kept.filter((file) => !OF_THE_ENGINE.test(file)),
    later: kept.filter((file) => OF_THE_ENGINE.test(file)),
  };
}

/** @param {string} file @param {RegExp} place @param {string} text */
function replaceIn(file, place, text) {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(place, () => text);
  if (after === before) throw new Error(`${file} has no place for ${String(place)}`);
  writeFileSync(file, after);
}
