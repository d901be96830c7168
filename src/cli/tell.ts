import { spelledOut, spelledOutJson } from '../files/spelled-out.js';
import type { OutputStream } from './command.js';

/** Says something to people: what their terminal would obey is written out, since parts of it may be a stranger's. */
export function tell(stream: OutputStream, text: string): void {
  stream.write(spelledOut(text, '\n\t'));
}

/** Is it a terminal that can colour and overwrite what it shows? */
export function isLively(stream: OutputStream): boolean {
  return stream.isTTY === true && process.env['TERM'] !== 'dumb';
}

const amber = ['\u001b[33m', '\u001b[39m'] as const;

/** Says a text whose first line is a warning: in amber, where a terminal shows colours. */
export function tellWarning(stream: OutputStream, text: string): void {
  const [first = '', ...rest] = spelledOut(text, '\n\t').split('\n');
  const isColored = isLively(stream) && !process.env['NO_COLOR'];
  stream.write([isColored ? amber.join(first) : first, ...rest].join('\n'));
}

/** Gives JSON to a program, or to a terminal all the same. */
export function tellJson(stream: OutputStream, value: unknown): void {
  stream.write(`${spelledOutJson(JSON.stringify(value, null, 2))}\n`);
}
