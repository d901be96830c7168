import { createServer } from 'node:net';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { UserError, exitCodes, wrongUse } from '../../errors.js';
import type { Address } from './own-hosts.js';

/** How many ports after a taken one are tried, to name a free one. */
const portsTried = 100;
const lastPort = 65_535;

/**
 * Has the app answer at the address.
 * @throws UserError when the port is taken, or this computer does not let the program have it.
 */
export function listen(app: Hono, { host, port }: Address): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname: host, port, serverOptions: { connectionsCheckingInterval: 1000 } },
      () => {
        server.off('error', onError);
        resolve(bounded(server as Server));
      },
    );
    const onError = (error: NodeJS.ErrnoException): void => {
      explained(error, { host, port }).then(reject, reject);
    };
    server.on('error', onError);
  });
}

/** A browser sends its few lines at once: who is slow, or comes a hundred times, keeps nobody else waiting. */
function bounded(server: Server): Server {
  server.headersTimeout = 5000;
  server.requestTimeout = 10_000;
  server.keepAliveTimeout = 5000;
  server.maxConnections = 100;
  return server;
}

const notOfThisComputer = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'];

async function explained(error: NodeJS.ErrnoException, { host, port }: Address): Promise<Error> {
  if (error.code === 'EADDRINUSE') return portTaken(port, await freePortAfter({ host, port }));
  if (error.code === 'EACCES') {
    return wrongUse(
      'port_not_allowed',
      `This computer does not let the program have port ${port}.`,
      'Take one above 1023, such as --port 8501.',
    );
  }
  if (!notOfThisComputer.includes(error.code ?? '')) return error;
  return wrongUse(
    'bad_value',
    `--host: "${host}" is not an address of this computer.`,
    'Leave it out, or take 0.0.0.0 to let others on the network open the page.',
  );
}

function portTaken(port: number, free: number | null): UserError {
  return new UserError({
    code: 'port_taken',
    message: `Port ${port} is taken by another program, or by this page in another window.`,
    hint: free === null ? 'Name another one with --port.' : `This one is free: --port ${free}`,
    exitCode: exitCodes.wrongUse,
  });
}

async function freePortAfter({ host, port }: Address): Promise<number | null> {
  for (let next = port + 1; next <= Math.min(lastPort, port + portsTried); next += 1) {
    if (await isFree({ host, port: next })) return next;
  }
  return null;
}

function isFree({ host, port }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
