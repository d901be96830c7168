import { spelledOut, spelledOutJson } from '../files/spelled-out.js';
import type { OutputStream } from './command.js';

/** Says something to people: what their terminal would obey is written out, since parts of it may be a stranger's. */
export function tell(stream: OutputStream, text: string): void {
  stream.write(spelledOut(text, '\n\t'));
}

/** Gives JSON to a program, or to a terminal all the same. */
export function tellJson(stream: OutputStream, value: unknown): void {
  stream.write(`${spelledOutJson(JSON.stringify(value, null, 2))}\n`);
}
