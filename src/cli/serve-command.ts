import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unusableInput, wrongUse } from '../errors.js';
import type { Command, Surroundings } from './command.js';
import type { Arguments } from './flags.js';
import { isLoopback } from './loopback.js';
import type { Address } from './serve/own-hosts.js';
import { tell } from './tell.js';

const defaults = { port: 8501, host: '127.0.0.1' } as const;
const lastPort = 65_535;

/** The built page, beside the folder that the built program is in. */
const pageFolder = join(import.meta.dirname, '..', 'web');

export const serveCommand: Command = {
  name: 'serve',
  usage: 'chat-metrics serve [--port 8501] [--host 127.0.0.1] [--open]',
  summary: 'Open the web page on this computer: drop a file, see it, take the report away.',
  flags: [
    {
      name: 'port',
      short: 'p',
      placeholder: 'NUMBER',
      default: String(defaults.port),
      meaning: 'Where the page answers; 0 takes a free port.',
    },
    {
      name: 'host',
      placeholder: 'ADDRESS',
      default: defaults.host,
      meaning: 'Who can open it: 127.0.0.1 is this computer alone, 0.0.0.0 everyone on its network.',
    },
    { name: 'open', meaning: 'Open it in the browser, where there is a desktop.' },
  ],
  run: runServe,
};

async function runServe({ values, positionals }: Arguments, surroundings: Surroundings): Promise<number> {
  if (positionals.length > 0) {
    throw wrongUse(
      'unwanted_argument',
      `"serve" takes no "${String(positionals[0])}".`,
      'Start it alone, and drop the file on the page.',
    );
  }
  const address = {
    host: String(values['host'] ?? defaults.host).replace(/^\[(.+)\]$/, '$1'),
    port: portNumber(values['port'] ?? String(defaults.port)),
  };
  await checkIsBuilt(pageFolder);
  return serveUntilStopped(address, values['open'] === true, surroundings);
}

/** A signal ends it, as it ends every command: see main.ts. */
async function serveUntilStopped(
  wanted: Address,
  wantsBrowser: boolean,
  { stdout, stderr }: Surroundings,
): Promise<number> {
  // only this command needs them, and each start of the program would pay for them
  const { servePage } = await import('./serve/serve-page.js');
  const { urlOf } = await import('./serve/own-hosts.js');
  const { server, address } = await servePage(pageFolder, wanted);
  const url = urlOf(address);
  tell(stdout, `Chat Metrics is at ${url}\nCtrl-C stops it.\n`);
  if (!isLoopback(address.host)) tell(stderr, openToOthers);
  if (wantsBrowser) {
    const { openInBrowser } = await import('./serve/open-in-browser.js');
    await openInBrowser(url);
  }
  return new Promise((resolve) => server.once('close', () => resolve(0)));
}

const openToOthers = `Others on your network can open the page too. Their files stay on their computers, as yours stay on this one.
`;

function portNumber(value: unknown): number {
  const text = String(value).trim();
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port <= lastPort) return port;
  throw wrongUse(
    'bad_value',
    `--port: "${String(value)}" is not allowed.`,
    `Allowed: a whole number from 0 to ${lastPort}.`,
  );
}

/** @throws UserError where the program was built without its page. */
async function checkIsBuilt(folder: string): Promise<void> {
  if (await stat(join(folder, 'index.html')).catch(() => null)) return;
  throw unusableInput(
    'page_not_built',
    `The web page is not built: there is no ${join(folder, 'index.html')}.`,
    'In the project\'s folder, "npm start" builds it and opens it.',
  );
}
