import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A stand-in for npm: notes its call, and installs tools that write what the real ones would. */
const NPM = `
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
console.log('chatter of npm');
appendFileSync(process.env.CALLS, existsSync('node_modules/rubble') ? 'npm on rubble\\n' : 'npm\\n');
mkdirSync('node_modules/vite/bin', { recursive: true });
mkdirSync('node_modules/typescript-native/bin', { recursive: true });
if (process.env.CUT_OFF) {
  writeFileSync('node_modules/rubble', '');
  process.exit(1);
}
const write = (paths) => \`
  const fs = require('node:fs');
  fs.appendFileSync(process.env.CALLS, 'build\\\\n');
  console.log('chatter of a build');
  for (const path of \${JSON.stringify(paths)}) {
    fs.mkdirSync(require('node:path').dirname(path), { recursive: true });
    fs.writeFileSync(path, path === 'dist/cli/main.js' ? 'console.log("the report")' : '');
  }\`;
writeFileSync('node_modules/vite/bin/vite.js', write(['dist/cli/main.js', 'dist/index.js', 'dist/THIRD_PARTY_LICENSES.txt']));
writeFileSync('node_modules/typescript-native/bin/tsc', write(['dist/types/index.d.ts']));
writeFileSync('node_modules/.package-lock.json', '{}');
`;

const ALL = ['npm', 'build', 'build'];
let project = '';

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'chat-metrics-setup-'));
  cpSync(resolve('scripts'), join(project, 'scripts'), { recursive: true });
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'src/a.ts'), 'one');
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  writeFileSync(join(project, 'package-lock.json'), '{}');
  writeFileSync(join(project, 'npm.mjs'), NPM);
  // the real npm is named npm-cli.js: what runs the set-up must be a JavaScript file too
  writeFileSync(join(project, 'npm-cli.js'), `import('./npm.mjs')`);
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Runs the set-up and the program, and tells what it called. */
function report(settings: Record<string, string> = {}) {
  const calls = join(project, 'calls');
  writeFileSync(calls, '');
  const env = { PATH: '', CALLS: calls, npm_execpath: join(project, 'npm-cli.js'), ...settings };
  const script = join(project, 'scripts/run.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'dist/cli/main.js'], {
    env,
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  return { status, stdout, stderr, calls: readFileSync(calls, 'utf8').split('\n').filter(Boolean) };
}

describe('the set-up', () => {
  it('installs and builds on a fresh machine, and leaves standard output to the program', () => {
    const { status, stdout, stderr, calls } = report();
    expect(stderr).toContain('chatter of npm');
    expect(stderr).toContain('chatter of a build');
    expect({ status, stdout, calls }).toEqual({ status: 0, stdout: 'the report\n', calls: ALL });
  });

  it('does nothing the second time', () => {
    report();
    expect(report({ npm_execpath: '/nowhere/npm-cli.js' })).toEqual({
      status: 0,
      stdout: 'the report\n',
      stderr: '',
      calls: [],
    });
  });

  it('builds again, without npm, when a source changed or part of the build is gone', () => {
    report();
    writeFileSync(join(project, 'src/a.ts'), 'two');
    expect(report().calls).toEqual(['build', 'build']);
    rmSync(join(project, 'dist/types'), { recursive: true });
    expect(report().calls).toEqual(['build', 'build']);
  });

  it('installs again when the lock changed, keeping what is there', () => {
    report();
    writeFileSync(join(project, 'package-lock.json'), '{ }');
    writeFileSync(join(project, 'node_modules/kept'), '');
    expect(report().calls).toEqual(ALL);
    expect(existsSync(join(project, 'node_modules/kept'))).toBe(true);
  });

  it('starts afresh after an install that was cut off', () => {
    const { status, stderr, stdout } = report({ CUT_OFF: 'yes' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('"npm install" failed');
    expect(report()).toMatchObject({ status: 0, calls: ALL });
  });

  it("starts afresh on a folder of packages that npm did not finish, whoever's doing it was", () => {
    mkdirSync(join(project, 'node_modules'));
    writeFileSync(join(project, 'node_modules/rubble'), '');
    expect(report()).toMatchObject({ status: 0, calls: ALL });
  });
});
