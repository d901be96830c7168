import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { Session } from 'chdb';
import { asTwoServers } from './two-shards.js';

/** What the server was asked. */
export interface Asked {
  query: string;
  user: string;
  settings: Record<string, string>;
  /** Path and parameters of the request. */
  address: string;
}

/** What a test has the server do in the place of running a statement; null: run it. */
export type Interference = (asked: Asked) => ServerFailure | 'hang up' | 'never' | null;

/** An error as ClickHouse tells it. */
export interface ServerFailure {
  code: number;
  type: string;
  message: string;
}

export interface HttpServer {
  /** `127.0.0.1:12345` */
  host: string;
  port: number;
  asked: Asked[];
  /** Runs a statement past HTTP. */
  run: (query: string) => Promise<string>;
  interfere: (next: Interference) => void;
  close: () => Promise<void>;
}

const users: Record<string, string> = { default: '', asha: 'a secret / of: hers', reader: 'r' };

/** Statuses of ClickHouse's errors; others are 500. */
const statuses: Record<number, number> = { 516: 403, 497: 403, 60: 404, 81: 404, 62: 400, 47: 404, 164: 403 };

/**
 * A small server that speaks ClickHouse's HTTP in front of chdb: users, rights, names of statements and KILL QUERY are its
 * own, since chdb has none. The statements of all users run one after the other.
 * @param shards Arguments of chdb by which it knows a cluster; what statements for all of its servers do is then played.
 */
export async function httpServer(shards: string[] | null = null): Promise<HttpServer> {
  const session = new Session('', { connectionArgs: shards ?? [] });
  const asked: Asked[] = [];
  const running = new Map<string, () => void>();
  let interfere: Interference = () => null;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { query, settings, database, id, user, password, address } = await readRequest(request);
    const one = { query, user, settings, address };
    asked.push(one);
    if (users[user] !== password) return fail(response, wrongPassword(user));
    if (user === 'reader' && /^\s*(create|insert|drop)/i.test(query)) return fail(response, noRight);
    if (user === 'reader' && query.startsWith('check grant')) return void response.end(noGrant);
    const kill = /^kill query where query_id in \((.*)\) sync$/.exec(query)?.[1];
    if (kill !== undefined) {
      for (const [, killed = ''] of kill.matchAll(/'([^']*)'/g)) running.get(killed)?.();
      return void response.end();
    }
    const done = interfere(one);
    if (done === 'hang up') return void response.destroy();
    const stopped = new Promise<ServerFailure>((resolve) => running.set(id, () => resolve(wasKilled)));
    const result =
      done === 'never'
        ? new Promise<never>(() => undefined)
        : (done ?? inTurn(() => compute(query, settings, database)));
    const outcome = await Promise.race([stopped, result]);
    running.delete(id);
    if (Buffer.isBuffer(outcome)) response.end(outcome);
    else fail(response, outcome);
  }

  async function compute(
    query: string,
    settings: Record<string, string>,
    database: string,
  ): Promise<Buffer | ServerFailure> {
    const { default_format, ...sent } = settings;
    // the session keeps what is set: without a limit of its own a request would run under that of an earlier one
    const all = Object.entries({ max_execution_time: '0', ...sent }).filter(([name]) => !ofHttp.test(name));
    const sets = all.map(([name, value]) => `set ${name} = '${value}'; `).join('');
    try {
      let bytes: Uint8Array = new Uint8Array();
      for (const one of shards ? asTwoServers(query) : [query]) {
        const result = await session.queryAsync(`use \`${database}\`; ${sets}${one}`, {
          format: default_format ?? 'TabSeparated',
        });
        bytes = result.bytes();
      }
      return Buffer.from(bytes);
    } catch (error) {
      return failureOf((error as Error).message);
    }
  }

  const handle = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response);
  const server = createServer(handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${String(port)}`,
    port,
    asked,
    run: (query) => inTurn(async () => (await session.queryAsync(query, { format: 'TabSeparated' })).text()),
    interfere: (next) => (interfere = next),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await last.catch(() => undefined);
      session.close();
    },
  };
}

/** Settings that only the HTTP part of a server knows. */
const ofHttp =
  /^(wait_end_of_query|enable_http_compression|send_progress_in_http_headers|http_headers_progress_interval_ms|cancel_http_readonly_queries_on_client_close)$/;

async function readRequest(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const body = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
  const address = request.url ?? '/';
  const parameters = Object.fromEntries(new URL(address, 'http://x').searchParams);
  const { query = '', query_id: id = '', database = 'default', ...settings } = parameters;
  const basic = (request.headers.authorization ?? '').replace(/^Basic /, '');
  const [user = '', ...password] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  const whole = query === '' ? body : `${query}\n${body}`;
  return { query: whole, settings, database, id, user, password: password.join(':'), address };
}

function failureOf(text: string): ServerFailure {
  const match =
    /(?:Code: (\d+)\. )?(?:DB::Exception: )?([^]*?)(?: \((\w+)\))?(?: \(version[^)]*\))?\s*$/.exec(text);
  return {
    code: Number(match?.[1] ?? 1002),
    type: match?.[3] ?? 'UNKNOWN_EXCEPTION',
    message: match?.[2] ?? text,
  };
}

function fail(response: ServerResponse, { code, type, message }: ServerFailure): void {
  response.writeHead(statuses[code] ?? 500, { 'x-clickhouse-exception-code': String(code) });
  response.end(`Code: ${String(code)}. DB::Exception: ${message} (${type}) (version 26.7.2.1)`);
}

const wrongPassword = (user: string): ServerFailure => ({
  code: 516,
  type: 'AUTHENTICATION_FAILED',
  message: `${user}: Authentication failed: password is incorrect, or there is no user with such name.`,
});

const noRight: ServerFailure = {
  code: 497,
  type: 'ACCESS_DENIED',
  message:
    "reader: Not enough privileges. To execute this query, it's necessary to have the grant CREATE TABLE ON default.*.",
};

/** What `check grant` answers whom nothing is granted. */
const noGrant = '0\n';

const wasKilled: ServerFailure = { code: 394, type: 'QUERY_WAS_CANCELLED', message: 'Query was cancelled.' };
