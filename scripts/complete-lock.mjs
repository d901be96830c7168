/**
 * Adds to package-lock.json the entries of other platforms' optional packages that this machine's registry did not offer.
 * A lock without them would leave those platforms without their binary. Run it after every change of dependencies:
 * `node scripts/complete-lock.mjs [LOCK...]`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, resolved?: string, os?: string[], cpu?: string[],
 *   libc?: string[], optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 * @typedef {{ parent: string, name: string, range: string }} Missing
 */

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const CPUS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const LIBCS = new Map([
  ['gnu', 'glibc'],
  ['musl', 'musl'],
]);

/**
 * The optional packages that some locked package names and the lock has no entry for.
 * @param {Lock} lock
 * @returns {Missing[]}
 */
export function missingOptionals(lock) {
  return Object.entries(lock.packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(lock, parent, name))
      .map(([name, range]) => ({ parent, name, range })),
  );
}

/**
 * The lock with an entry for every missing optional package, packages in npm's own order.
 * @param {Lock} lock
 * @returns {Lock}
 */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  for (const { parent, name, range } of missingOptionals(lock)) {
    packages[`node_modules/${name}`] = entryFor(name, range, packages[parent]);
  }
  const byPath = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(byPath) };
}

/** Does Node's look-up, from the parent's folder upward, find an entry of that name?
 * @param {Lock} lock @param {string} parent @param {string} name */
function isLocked(lock, parent, name) {
  for (
    let folder = parent;
    folder;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    if (lock.packages[`${folder}/node_modules/${name}`]) return true;
  }
  return lock.packages[`node_modules/${name}`] !== undefined;
}

/** @param {string} name @param {string} range @param {LockEntry | undefined} parent @returns {LockEntry} */
function entryFor(name, range, parent) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range)) {
    throw new Error(`${name}: "${range}" is not one exact version, so its lock entry cannot be written`);
  }
  const { cpu, libc, os } = platformOf(name);
  return {
    version: range,
    cpu,
    ...(parent?.dev ? { dev: true } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    ...(os ? { os } : {}),
  };
}

/**
 * What a platform package's name says of where it runs: `@x/y-linux-x64-musl` is linux, x64, musl.
 * @param {string} name
 * @returns {{ cpu: string[], libc?: string[], os?: string[] }}
 */
export function platformOf(name) {
  const parts = name.split(/[-/.]/);
  const os = parts.find((part) => SYSTEMS.includes(part));
  const cpu = parts.findLast((part) => CPUS.includes(part));
  if (!cpu)
    throw new Error(`${name}: the name does not tell its processor, so its lock entry cannot be written`);
  const libc = os === 'linux' ? libcOf(parts) : undefined;
  return { cpu: [cpu], libc: libc ? [libc] : undefined, os: os ? [os] : undefined };
}

/** A bare `linux-x64` means glibc; packages for other ABIs (`gnueabihf`) declare none.
 * @param {string[]} parts */
function libcOf(parts) {
  const last = parts.at(-1) ?? '';
  return CPUS.includes(last) ? 'glibc' : LIBCS.get(last);
}

/** @param {string} file */
function completeFile(file) {
  const before = readFileSync(file, 'utf8');
  /** @type {Lock} */
  const lock = JSON.parse(before);
  const missing = missingOptionals(lock);
  if (missing.length) writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  console.error(`${file}: ${missing.length} ${missing.length === 1 ? 'entry' : 'entries'} added`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const named = process.argv.slice(2);
  for (const file of named.length ? named : ['package-lock.json', 'test/package-lock.json'])
    completeFile(file);
}
