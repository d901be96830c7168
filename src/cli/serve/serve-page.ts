import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from './listen.js';
import { ownHosts, type Address } from './own-hosts.js';
import { pageApp } from './page-app.js';

/**
 * Serves the built page; port 0 takes a free one.
 * @throws UserError when the address cannot be had.
 */
export async function servePage(
  folder: string,
  wanted: Address,
): Promise<{ server: Server; address: Address }> {
  const hosts = new Set<string>();
  const server = await listen(pageApp({ folder, hosts }), wanted);
  const address = { host: wanted.host, port: (server.address() as AddressInfo).port };
  for (const name of ownHosts(address)) hosts.add(name);
  return { server, address };
}
