import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const PROGRAMS = ['soffice', 'pdftoppm', 'python3', 'openssl', 'chromium'];
let bin = '';

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'chat-metrics-bin-'));
  symlinkSync('/bin/sh', join(bin, 'sh'));
});

afterEach(() => rmSync(bin, { recursive: true, force: true }));

function program(name: string, body: string) {
  const file = join(bin, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
}

/** What the check says on a machine that has only the programs made here; user 0 is root. */
function check(user = 0) {
  const module = pathToFileURL(resolve('scripts/debian-packages.mjs')).href;
  const code = `import { setupDebianPackages } from ${JSON.stringify(module)};
    process.getuid = () => ${user};
    console.log(setupDebianPackages() ?? 'all here');`;
  const args = ['--input-type=module', '-e', code];
  return spawnSync(process.execPath, args, { env: { PATH: bin }, encoding: 'utf8' }).stdout;
}

it('asks for nothing where all programs and fonts are found, whatever the system', () => {
  for (const name of PROGRAMS) program(name, 'exit 0');
  program('fc-list', 'echo found');
  expect(check()).toBe('all here\n');
});

it('says the exact line to type where it cannot install', () => {
  for (const name of PROGRAMS) program(name, 'exit 0');
  const line =
    'apt-get update && apt-get install -y --no-install-recommends fonts-dejavu fonts-liberation fonts-crosextra-carlito';
  expect(check()).toContain(`\n  sudo sh -c "${line}"\n`);
});

it('leaves apt-get alone where this user may not install', () => {
  program('apt-get', `echo called >> ${bin}/log`);
  expect(check(1000)).toContain('sudo sh -c "apt-get update && apt-get install -y');
  expect(existsSync(join(bin, 'log'))).toBe(false);
});

it('installs what is missing, and only that, where this user may', () => {
  for (const name of PROGRAMS.slice(1)) program(name, 'exit 0');
  program('fc-list', 'echo found');
  program(
    'apt-get',
    `echo "$@" >> ${bin}/log; echo '#!/bin/sh' > ${bin}/soffice; /bin/chmod +x ${bin}/soffice`,
  );
  expect(check()).toBe('all here\n');
  const calls = readFileSync(join(bin, 'log'), 'utf8');
  expect(calls).toMatch(/ update\n.* install -y --no-install-recommends libreoffice-calc\n$/);
  expect(existsSync(join(bin, 'soffice'))).toBe(true);
});

it('says what apt-get left out', () => {
  program('apt-get', '[ "$1" = --version ]');
  expect(check()).toContain('apt-get did not install libreoffice-calc, poppler-utils');
});
