import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { optionNames } from '../../src/options/catalog.js';
import { kebab } from '../../src/options/names.js';
import { flagsOfReport } from '../../src/cli/report-flags.js';
import { desk } from './program.js';

const { run } = desk();
const commands = ['report', 'inspect', 'sample', 'metrics', 'profiles', 'completion'];

it.each(['version', '--version', '-V'])(
  '%s prints the version of the package and nothing else',
  async (flag) => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await run(flag)).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  },
);

it.each([[], ['--help'], ['-h'], ['help']])('%s lists the commands and the exit codes', async (...args) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  for (const exitCode of ['0', '1', '2', '3', '4', '5'])
    expect(stdout).toMatch(new RegExp(`^  ${exitCode}  \\S`, 'm'));
});

it.each(commands)('%s --help tells its usage, and so does help with its name', async (command) => {
  const { code, stdout, stderr } = await run(command, '--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`^Usage: chat-metrics ${command}`));
  expect(stdout.split('\n').every((line) => line.length <= 110)).toBe(true);
  expect((await run('help', command)).stdout).toBe(stdout);
});

it('report --help names every option of a report, with its default', async () => {
  const { stdout } = await run('report', '--help');
  for (const name of optionNames)
    expect(stdout).toMatch(new RegExp(`^  --${kebab(name)} [A-Z|a-z=.-]+$`, 'm'));
  expect(stdout).toContain('Default: 10:00-17:00.');
});

it('help begins with four examples, and that of a command with its commonest options', async () => {
  const [general, report, metrics] = [
    (await run('help')).stdout,
    (await run('help', 'report')).stdout,
    (await run('help', 'metrics')).stdout,
  ];
  for (const help of [general, report]) expect(help.match(/^ {2}chat-metrics \S/gm)).toHaveLength(4);
  expect(report.indexOf('Common:')).toBeLessThan(report.indexOf('On a ClickHouse server:'));
  expect(metrics).not.toMatch(/--(date-order|from|cache)\b/);
});

it.each(['bash', 'zsh', 'fish'])('completion for %s knows every command and flag', async (shell) => {
  const { code, stdout } = await run('completion', shell);
  expect(code).toBe(0);
  for (const { name } of flagsOfReport) expect(stdout).toContain(name);
  for (const command of commands) expect(stdout).toContain(command);
  if (shell === 'bash') execFileSync('bash', ['-n'], { input: stdout });
});

it('completion needs a shell that there is', async () => {
  expect(await run('completion', 'bsh')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"bash"'),
  });
});

it('help for a command that there is not is wrong use', async () => {
  const { code, stderr } = await run('help', 'inspcet');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining('There is no command "inspcet". Did you mean "inspect"?'),
  });
});
