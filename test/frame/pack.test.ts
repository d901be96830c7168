import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainEnv } from '../../scripts/setup.mjs';

/** Two thirds of it are the browser's engine. */
const MOST_BYTES = 12_000_000;
const EXPORT = resolve('examples/data_dump.csv');

const CONSUMER = `
import { generateReport } from 'chat-metrics';

type Generate = typeof generateReport;
type IsAny<T> = 0 extends 1 & T ? true : false;
export const isTyped: IsAny<Generate> | IsAny<Parameters<Generate>[0]> = false;

export async function incomingChats(...args: Parameters<Generate>): Promise<readonly object[]> {
  const report = await generateReport(...args);
  const isReportTyped: IsAny<typeof report> = false;
  return isReportTyped ? [] : report.tables.chat_metrics;
}
`;

const SETTINGS = {
  compilerOptions: {
    target: 'es2022',
    types: [],
    module: 'nodenext',
    strict: true,
    noEmit: true,
    skipLibCheck: false,
  },
  files: ['consumer.ts'],
};

let folder = '';
let tarball = '';
let packed: string[] = [];

/** Runs a program as a user would who never heard of this checkout; gives what it wrote to standard output. */
function run(command: string, args: string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env: plainEnv(), encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${[command, ...args].join(' ')} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chat-metrics-pack-'));
  const [{ filename, files }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', folder], resolve('.')),
  );
  tarball = join(folder, filename);
  packed = files.map((file: { path: string }) => file.path);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the build and the papers, and nothing else', () => {
    const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
    expect(packed.filter((path) => !path.startsWith('dist/')).sort()).toEqual(papers);
    expect(packed).toContain('dist/THIRD_PARTY_LICENSES.txt');
    expect(packed).toContain('dist/web/index.html');
    expect(packed).toContain('dist/web/THIRD_PARTY_LICENSES.txt');
    expect(packed.filter((path) => /web-single|[.](br|gz)$/.test(path))).toEqual([]);
  });

  it('is small', () => {
    expect(statSync(tarball).size).toBeLessThan(MOST_BYTES);
  });

  it('ships the licence text of what is bundled into it', () => {
    expect(readFileSync('dist/THIRD_PARTY_LICENSES.txt', 'utf8')).toMatch(
      /^\S+ \d+\.\d+\.\d+ \(.+\)\n\n[\s\S]*?licen[cs]e/i,
    );
  });
});

describe('the package, installed in an empty folder', () => {
  let home = '';

  beforeAll(() => {
    home = join(folder, 'home');
    mkdirSync(home);
    run('npm', ['init', '-y'], home);
    run('npm', ['install', tarball, '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], home);
  });

  it('writes generated_report.xlsx into the folder where its command is run', () => {
    run('npx', ['--no', 'chat-metrics', 'report', EXPORT], home);
    const report = join(home, 'generated_report.xlsx');
    expect(existsSync(report)).toBe(true);
    expect(readFileSync(report).subarray(0, 2).toString()).toBe('PK');
  });

  it('offers generateReport to a TypeScript program, with types that need nothing else', () => {
    const source = CONSUMER.trimStart();
    writeFileSync(join(home, 'consumer.ts'), source);
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify(SETTINGS));
    run('npm', ['pkg', 'set', 'type=module'], home);
    run(process.execPath, [resolve('node_modules/typescript-native/bin/tsc'), '-p', home], home);
  });

  it('offers generateReport to a plain JavaScript program', () => {
    const program = `import { generateReport } from 'chat-metrics'; console.log(typeof generateReport)`;
    expect(run(process.execPath, ['--input-type=module', '-e', program], home).trim()).toBe('function');
  });
});
