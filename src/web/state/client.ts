import type { Reply, Request } from '../protocol.js';

/** A connection to whatever makes the reports. */
export interface Client {
  send: (request: Request) => void;
  close: () => void;
}

/** Opens a connection; `onBroken` is told once if the other side breaks down, with what it said. */
export type OpenClient = (onReply: (reply: Reply) => void, onBroken: (what: string) => void) => Client;
