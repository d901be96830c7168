import { hostname, networkInterfaces } from 'node:os';
import { loopback } from '../loopback.js';

/** Where a server is bound. */
export interface Address {
  host: string;
  port: number;
}

const everyInterface = ['0.0.0.0', '::'];

/** The address as a browser takes it; a server on every interface is reached as 127.0.0.1. */
export function urlOf({ host, port }: Address): string {
  const reachable = everyInterface.includes(host) ? '127.0.0.1' : host;
  return `http://${withPort(reachable, port)}`;
}

/**
 * What a request may name as its host. Any other name is of a page elsewhere that has its name point to this computer, to
 * read what stands here (DNS rebinding).
 */
export function ownHosts({ host, port }: Address): Set<string> {
  const names = [...loopback, host, ...(everyInterface.includes(host) ? namesOfThisComputer() : [])];
  const withPorts = names.map((name) => withPort(name.toLowerCase(), port));
  // a browser leaves out the port of the protocol
  const bare = port === 80 ? names.map((name) => bracketed(name.toLowerCase())) : [];
  return new Set([...withPorts, ...bare]);
}

function namesOfThisComputer(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return [hostname(), ...addresses.map(({ address }) => address)];
}

function withPort(host: string, port: number): string {
  return `${bracketed(host)}:${port}`;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
