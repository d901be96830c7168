import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeLock, missingOptionals, platformOf } from '../../scripts/complete-lock.mjs';

const LOCKS = ['package-lock.json', 'test/package-lock.json'];

const lockIn = (file: string) => JSON.parse(readFileSync(resolve(file), 'utf8'));

describe.each(LOCKS)('%s', (file) => {
  const lock = lockIn(file);

  it('has an entry for every optional package, so that other platforms get their binaries', () => {
    expect(missingOptionals(lock), 'run: node scripts/complete-lock.mjs').toEqual([]);
  });

  it('names no registry host', () => {
    const packages: { resolved?: string }[] = Object.values(lock.packages);
    const hosts = packages.flatMap(({ resolved }) => resolved ?? []);
    expect(hosts.filter((url) => !url.startsWith('https://registry.npmjs.org/'))).toEqual([]);
  });

  it('belongs to the package.json beside it', () => {
    const { dependencies, devDependencies } = lockIn(file.replace('-lock', ''));
    const locked = lock.packages[''];
    expect([locked.dependencies, locked.devDependencies]).toEqual([dependencies, devDependencies]);
  });

  it('stands beside a package.json that names exact versions only', () => {
    const { dependencies, devDependencies } = lockIn(file.replace('-lock', ''));
    const versions: string[] = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^(npm:[^@]+@)?\d/.test(version))).toEqual([]);
  });
});

it('the main lock holds no test-only package of hundreds of megabytes', () => {
  const names = Object.keys(lockIn('package-lock.json').packages);
  expect(names.filter((name) => /node_modules\/(@?chdb|playwright|axe-core)/.test(name))).toEqual([]);
});

describe('completing a lock', () => {
  const lock = {
    packages: {
      'node_modules/engine': {
        dev: true,
        optionalDependencies: { '@engine/win32-x64': '1.2.3', '@engine/linux-x64': '1.2.3' },
      },
      'node_modules/engine/node_modules/@engine/linux-x64': { version: '1.2.3', optional: true },
    },
  };

  it('finds what is missing, looking as Node does in nested folders too', () => {
    expect(missingOptionals(lock)).toEqual([
      { parent: 'node_modules/engine', name: '@engine/win32-x64', range: '1.2.3' },
    ]);
  });

  it('adds an entry without inventing a checksum, once', () => {
    const complete = completeLock(lock);
    expect(complete.packages['node_modules/@engine/win32-x64']).toEqual({
      version: '1.2.3',
      cpu: ['x64'],
      dev: true,
      optional: true,
      os: ['win32'],
    });
    expect(completeLock(complete)).toEqual(complete);
  });

  it('refuses a range, which does not say which version to lock', () => {
    const loose = { packages: { 'node_modules/a': { optionalDependencies: { 'b-linux-x64': '^1.0.0' } } } };
    expect(() => completeLock(loose)).toThrow('b-linux-x64: "^1.0.0" is not one exact version');
  });

  it('refuses a name that does not tell its processor', () => {
    const odd = { packages: { 'node_modules/a': { optionalDependencies: { fsevents: '2.3.3' } } } };
    expect(() => completeLock(odd)).toThrow('fsevents: the name does not tell its processor');
  });
});

it.each([
  ['@duckdb/node-bindings-darwin-arm64', ['darwin'], ['arm64'], undefined],
  ['@duckdb/node-bindings-linux-x64', ['linux'], ['x64'], ['glibc']],
  ['@duckdb/node-bindings-linux-arm64-musl', ['linux'], ['arm64'], ['musl']],
  ['@oxc-parser/binding-win32-x64-msvc', ['win32'], ['x64'], undefined],
  ['@oxc-parser/binding-linux-arm-gnueabihf', ['linux'], ['arm'], undefined],
  ['@rolldown/binding-wasm32-wasi', undefined, ['wasm32'], undefined],
])('the name %s tells where it runs', (name, os, cpu, libc) => {
  expect(platformOf(name)).toEqual({ os, cpu, libc });
});

it('the names of the platform packages that npm locked itself tell the same as their entries', () => {
  const packages: Record<string, { os?: string[]; cpu?: string[]; libc?: string[]; integrity?: string }> =
    lockIn('package-lock.json').packages;
  // those of Go programs run with any C library, on systems that nothing else here runs on: npm locked them all
  const ofGo = /@(typescript|oxlint-tsgolint)\//;
  const locked = Object.entries(packages).filter(
    ([path, { integrity, cpu }]) => integrity && cpu && !ofGo.test(path),
  );
  expect(locked.length).toBeGreaterThan(20);
  for (const [path, { os, cpu, libc }] of locked) {
    expect(platformOf(path.replace(/^.*node_modules\//, '')), path).toEqual({ os, cpu, libc });
  }
});

it('the engine that is bundled and the binary that npm installs for it are of one version', () => {
  const { dependencies, devDependencies } = lockIn('package.json');
  expect(dependencies['@duckdb/node-bindings']).toBe(devDependencies['@duckdb/node-api']);
});
