import { describe, expect, it } from 'vitest';
import { allProfiles } from '../../src/reading/profiles/choose-profile.js';
import { desk } from './program.js';

const { run } = desk();

describe('profiles', () => {
  it('lists every platform, what is known of it, and what is not', async () => {
    const { code, stdout, stderr } = await run('profiles');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name, title } of allProfiles) expect(stdout).toContain(`${name}\n    ${title}\n`);
    expect(stdout.match(/^ {4}Refused: /gm)).toHaveLength(
      allProfiles.filter(({ refused }) => refused !== undefined).length,
    );
    expect(stdout).toMatch(/^ {4}Unverified: [a-z_, ]+/m);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/--profile NAME.*--save-profile my\.json$/);
    expect(stdout.split('\n').every((line) => line.length <= 115)).toBe(true);
  });

  it('gives programs the profiles themselves', async () => {
    const { code, stdout } = await run('profiles', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(allProfiles)));
  });

  it.each([
    ['a word', ['verloop'], '"profiles" takes no "verloop".'],
    ['another format', ['--format', 'csv'], '--format: "csv" is not allowed.'],
  ])('with %s is wrong use', async (_, args, message) => {
    const { code, stdout, stderr } = await run('profiles', ...args);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });
});
