import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectGolden } from './golden-file.js';

let folder = '';
const path = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-test-'));
  vi.stubEnv('CI', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('a golden', () => {
  it('that is missing is written', () => {
    expectGolden(path('case/report.json'), 'new');
    expect(readFileSync(path('case/report.json'), 'utf8')).toBe('new');
  });

  it('that is missing fails in CI, where nothing is written', () => {
    vi.stubEnv('CI', 'true');
    expect(() => expectGolden(path('case/report.json'), 'new')).toThrow('is not as it was');
    expect(existsSync(path('case'))).toBe(false);
  });

  it('that differs fails, stays, and has the new text beside it until it is right again', () => {
    expectGolden(path('report.json'), 'old');
    expect(() => expectGolden(path('report.json'), 'new')).toThrow('is not as it was');
    expect(readFileSync(path('report.json'), 'utf8')).toBe('old');
    expect(readFileSync(path('report-changed.json'), 'utf8')).toBe('new');
    expectGolden(path('report.json'), 'old');
    expect(existsSync(path('report-changed.json'))).toBe(false);
  });

  it('that is there fails where there is nothing to compare with it', () => {
    expectGolden(path('error.txt'), 'old');
    expect(() => expectGolden(path('error.txt'), null)).toThrow('is not as it was');
    expect(existsSync(path('error-changed.txt'))).toBe(false);
  });
});
