import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { program } from '../../cli/program.js';

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  close: () => Promise<void>;
}

/** Starts `chat-metrics serve` on a free port, as a user does. */
export async function startServer(): Promise<RunningServer> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /http:\S+/.exec(line)?.[0];
    if (origin !== undefined) return { origin, close };
  }
  throw new Error('The server ended before it told its address');
}
