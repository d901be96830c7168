import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { sourceFrames } from '../../src/cli/source-frames.js';
import { program } from './program.js';

it('frames of the built program are told by their places in the sources', () => {
  const code = readFileSync(program, 'utf8');
  const row = code.split('\n').findIndex((line) => line.includes('There is no command'));
  const column = code.split('\n')[row]?.indexOf('There is no command') ?? 0;
  const url = pathToFileURL(program).href;
  const stack = `TypeError: secret\n    at commandNamed (${url}:${String(row + 1)}:${String(column + 1)})\n    at node:internal/x:1:2`;
  expect(sourceFrames(stack)).toEqual([
    expect.stringMatching(/^ {4}at commandNamed \(src\/cli\/run-program\.ts:\d+:\d+\)$/),
    '    at node:internal/x:1:2',
  ]);
});

it('a frame without a map stays as it is', () => {
  const frame = '    at f (file:///nowhere/x.js:1:2)';
  expect(sourceFrames(`Error\n${frame}`)).toEqual([frame]);
});
