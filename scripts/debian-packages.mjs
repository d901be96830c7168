/** The programs and fonts that the tests use beside Node, by the names of Debian's packages. */
import { spawnSync } from 'node:child_process';

/** @type {Record<string, () => boolean>} package to "is it here?", on any system */
const PACKAGES = {
  'libreoffice-calc': () => runs('soffice', '--version'),
  'poppler-utils': () => runs('pdftoppm', '-v'),
  'python3-lxml': () => runs('python3', '-c', 'import lxml'),
  'python3-openpyxl': () => runs('python3', '-c', 'import openpyxl'),
  openssl: () => runs('openssl', 'version'),
  chromium: () => runs('chromium', '--version'),
  'fonts-dejavu': () => hasFont('DejaVu Sans'),
  'fonts-liberation': () => hasFont('Liberation Sans'),
  'fonts-crosextra-carlito': () => hasFont('Carlito'),
};

/**
 * Installs what is missing by apt-get where this user may; else says the exact line to type.
 * @returns {string | undefined} what to do by hand, when something is missing still
 */
export function setupDebianPackages() {
  const missing = missingPackages();
  if (!missing.length) return undefined;
  const line = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !runs('apt-get', '--version')) return adviceFor(line, missing);
  console.error(`set-up: ${line}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('sh', ['-c', line.replaceAll('apt-get ', 'apt-get -q -o DPkg::Lock::Timeout=600 ')], {
    env,
    stdio: ['ignore', 2, 2],
  });
  const left = missingPackages();
  return left.length ? `apt-get did not install ${left.join(', ')}: see its messages above.` : undefined;
}

/** @param {string} line @param {string[]} missing */
function adviceFor(line, missing) {
  const typed = `sudo sh -c "${line}"`;
  return `The tests need ${missing.join(', ')}. On Debian or Ubuntu type:\n\n  ${typed}\n`;
}

/** Asks dpkg first, all at once: it answers far sooner than the programs themselves. */
function missingPackages() {
  const asked = spawnSync('dpkg-query', [
    '-W',
    '-f',
    '${Package} ${db:Status-Status}\n',
    ...Object.keys(PACKAGES),
  ]);
  const installed = new Set(String(asked.stdout ?? '').match(/^\S+(?= installed$)/gm));
  return Object.entries(PACKAGES)
    .filter(([name, isHere]) => !installed.has(name) && !isHere())
    .map(([name]) => name);
}

/** @param {string} family */
function hasFont(family) {
  return String(spawnSync('fc-list', [family, 'family']).stdout ?? '').trim() !== '';
}

/** @param {string} command @param {string[]} args */
function runs(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
