/**
 * Everything a fresh machine with Node and npm needs before the program or its tests can run: packages and the build, with
 * the web page where that is asked for.
 * What is already done is skipped, without asking the network. Standard output stays the program's own: this writes to
 * standard error only.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const BUILD_INPUTS = [
  'src',
  'schemas',
  'scripts/setup.mjs',
  'scripts/bundled-licences.mjs',
  'vite.config.ts',
];
const PAGE_INPUTS = ['src', 'scripts', 'vite.web.config.ts'];
const BUILD_SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'];
const BUILD_OUTPUTS = ['cli/main.js', 'index.js', 'types/index.d.ts', 'THIRD_PARTY_LICENSES.txt'];

const PAGE_OUTPUTS = ['web/index.html', 'web/sw.js', 'web-single/chat-metrics.html'];

/** Installs the program's packages and builds it, each only where its inputs changed since the last time.
 * @param {{ withPage?: boolean }} [options] */
export function setup({ withPage = false } = {}) {
  setupPackages();
  if (!build() || (withPage && !buildPage())) fail('The build failed: see the messages above.');
}

/** Installs the packages that the program is built from and, where asked, those that only the tests need.
 * @param {{ forTests?: boolean }} [options] */
export function setupPackages({ forTests = false } = {}) {
  checkNode();
  install(root);
  if (forTests) install(join(root, 'test'));
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node ${process.versions.node} is too old: install Node 20.19 or newer (https://nodejs.org).`);
}

/** Installs a folder's packages by its lock. The stamp is written last, so an install cut off is done again.
 * @param {string} folder */
function install(folder) {
  const modules = join(folder, 'node_modules');
  const stamp = join(modules, '.installed');
  const key = keyOf([join(folder, 'package.json'), join(folder, 'package-lock.json')]);
  if (readOr(stamp) === key) return;
  if (isHalfInstalled(modules)) rmSync(modules, { recursive: true, force: true });
  note(`installing packages into ${modules}`);
  rmSync(stamp, { force: true });
  mkdirSync(modules, { recursive: true });
  writeFileSync(join(modules, '.installing'), '');
  npmInstall(folder);
  rmSync(join(modules, '.installing'), { force: true });
  writeFileSync(stamp, key);
}

/** Was an install here cut off? npm takes a package folder for a whole one, so only a fresh start mends it.
 * @param {string} modules */
function isHalfInstalled(modules) {
  return (
    existsSync(modules) &&
    (existsSync(join(modules, '.installing')) || !existsSync(join(modules, '.package-lock.json')))
  );
}

/** `npm install`, not `npm ci`: see CONTRIBUTING.md. `--no-save` leaves package.json and the lock as they are.
 * @param {string} folder */
function npmInstall(folder) {
  const options = ['--no-save', '--include=dev', '--include=optional', '--prefer-offline'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const args = ['install', ...options, ...quiet];
  const npm = process.env['npm_execpath'];
  const ok = npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args], folder)
    : run('npm', args, folder, process.platform === 'win32');
  if (!ok)
    fail(`"npm install" failed in ${folder}: see its message above. Run the same command again to go on.`);
}

/** Bundles the program and its types into dist/, when a source changed; false when that failed. */
export function build() {
  return buildWhere(BUILD_INPUTS, BUILD_OUTPUTS, '.built', () => {
    note('building into dist/');
    const bundled = runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
    return bundled && runTool('typescript-native/bin/tsc', ['-p', 'tsconfig.build.json']);
  });
}

/** Builds the web page into dist/web/ and, as one file, dist/web-single/, when a source changed; false when that failed. */
export function buildPage() {
  return buildWhere(PAGE_INPUTS, PAGE_OUTPUTS, '.built-page', () => {
    note('building the web page into dist/web/ and dist/web-single/');
    return run(process.execPath, [join(root, 'scripts/build-page.mjs')], root);
  });
}

/** Builds when an input changed since the last time, or an output is gone; false when that failed.
 * @param {string[]} inputs @param {string[]} outputs @param {string} stampName @param {() => boolean} work */
function buildWhere(inputs, outputs, stampName, work) {
  const stamp = join(root, 'node_modules', stampName);
  const key = keyOf([...inputs, ...BUILD_SETTINGS].map((path) => join(root, path)));
  const isWhole = outputs.every((path) => existsSync(join(root, 'dist', path)));
  if (isWhole && readOr(stamp) === key) return true;
  rmSync(stamp, { force: true });
  const isBuilt = work();
  if (isBuilt) writeFileSync(stamp, key);
  return isBuilt;
}

/** @param {string} tool @param {string[]} args */
function runTool(tool, args) {
  return run(process.execPath, [join(root, 'node_modules', tool), ...args], root);
}

/** Runs a program with its output on standard error; true when it ended well.
 * @param {string} command @param {string[]} args @param {string} cwd @param {boolean} [shell] */
function run(command, args, cwd, shell = false) {
  const { status, signal } = spawnSync(command, args, {
    cwd,
    shell,
    env: plainEnv(),
    stdio: ['ignore', 2, 2],
  });
  if (signal) process.kill(process.pid, signal);
  return status === 0;
}

/** The environment without what an outer npm tells its scripts about this project: an inner npm would heed it. */
export function plainEnv() {
  const ofScript =
    /^(npm_(package|lifecycle)_|npm_config_(local_prefix|prefix|omit|json|dry_run)$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofScript.test(name)));
}

/** One hash of files and folders: names and bytes, and the kind of machine, since packages hold binaries.
 * @param {string[]} paths */
function keyOf(paths) {
  const hash = createHash('sha256').update([process.platform, process.arch, process.versions.modules].join());
  for (const file of paths.flatMap(filesIn)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} the file itself, or every file below the folder, in a fixed order */
function filesIn(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesIn(join(path, entry.name)));
  } catch {
    return [path];
  }
}

/** @param {string} file */
function readOr(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param {string} text */
function note(text) {
  process.stderr.write(`set-up: ${text}\n`);
}

/** @param {string} text @returns {never} */
function fail(text) {
  process.stderr.write(`set-up: ${text}\n`);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setup({ withPage: true });
