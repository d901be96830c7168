import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { sampleCsv } from '../../src/sample/sample.js';
import { desk, program } from './program.js';

const { write, path, env } = desk();
const chats = [...sampleCsv({ chats: 60, seed: 1 })].join('');

/** The built program, started by a shell. */
function shell(line: string): { status: number | null; stdout: string; stderr: string } {
  const command = line.replaceAll('CM', `"${process.execPath}" "${program}"`);
  return spawnSync('bash', ['-c', command], { cwd: path(''), env: env(), encoding: 'utf8', timeout: 20_000 });
}

it.runIf(process.platform === 'linux')('pipes and FIFOs are read as files are', () => {
  write('a.csv', chats);
  const lines = [
    'cat a.csv | CM report /dev/stdin',
    'CM report <(cat a.csv)',
    'mkfifo pipe; (cat a.csv > pipe &) ; CM report pipe',
  ];
  for (const line of lines) {
    const { status, stdout, stderr } = shell(`${line} -q --format json`);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/"rows_read": ?60\b/);
    expect(status).toBe(0);
  }
});

it.runIf(process.platform === 'linux')('a current folder that is gone is told as that', () => {
  const { status, stderr } = shell('mkdir gone && cd gone && rmdir ../gone && CM report x.csv');
  expect(stderr).toContain('The current folder is gone.');
  expect(status).toBe(2);
});

it.runIf(process.platform === 'linux')('a file that may not be so large is no bug of ours', () => {
  write('a.csv', chats);
  const { status, stderr } = shell('ulimit -f 1; CM report a.csv -q -o a.xlsx');
  expect(stderr).not.toContain('bug');
  expect(status).toBe(3);
});
