import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileSource } from '../engines/duckdb/files.js';
import { serverAddress, shownAddress, type ServerAddress } from '../engines/clickhouse/server-address.js';
import { tableExpression } from '../engines/clickhouse/table-expression.js';
import type { Engine } from '../engines/engine.js';
import { wrongUse } from '../errors.js';
import type { SourceFile } from '../files/source.js';
import type { ReportOptions } from '../options/options.js';
import { durationSeconds, repeated, text } from '../options/values.js';
import { readingChoices } from '../report/reading/choices.js';
import type { Config } from './config.js';
import { engineKeys, passwordVariable } from './engine-flags.js';
import type { Arguments } from './flags.js';
import { givenBy } from './given.js';
import { isLoopback } from './loopback.js';
import { temporaryFolder, workAtEnd } from './temporary.js';

/** Where to compute: `address` is null for this program. */
export interface EngineChoice {
  address: ServerAddress | null;
  tables: string[];
  scratch: string | undefined;
  onShards: boolean;
  queryTimeout: number | null;
  passwordFile: string | undefined;
}

/**
 * Reads the choice of the configuration and the command line together.
 * @throws UserError for a value that is not allowed, or one that means nothing without a server.
 */
export function engineChoiceOf(given: Config, args: Arguments): EngineChoice {
  const { label, read, isOn } = givenBy(given, args);
  const engine = read('engine', text) ?? 'duckdb';
  const choice = {
    address: engine === 'duckdb' ? null : serverAddress(engine, label('engine')),
    tables: read('table', repeated) ?? [],
    scratch: read('scratch', text),
    onShards: isOn('on-shards'),
    queryTimeout: read('query-timeout', durationSeconds) ?? null,
    passwordFile: read('password-file', text),
  };
  for (const table of choice.tables) tableExpression(table, label('table'));
  const unused = engineKeys.find((name) => name !== 'engine' && given[name] !== undefined);
  if (choice.address === null && unused !== undefined) throw needsServer(label(unused));
  return choice;
}

function needsServer(option: string): Error {
  return wrongUse(
    'needs_server',
    `${option} means nothing without a ClickHouse server.`,
    'Name it: --engine clickhouse://user@host:8443/database?secure=1',
  );
}

/** An engine, and the tables of its server as files. */
export interface OpenedEngine {
  engine: Engine;
  tables: SourceFile[];
}

/** What an engine is opened with. */
interface Opening {
  folder: string;
  /** Opens the engine of this computer. */
  openReader: () => Promise<Engine>;
  /** Tells the user a sentence. */
  tell: (note: string) => void;
}

/**
 * Opens the engine that was chosen. A server's work is stopped, and its temporary tables dropped, also when a signal ends
 * the run.
 * @throws UserError when a server cannot be reached, or has no such table.
 */
export async function openEngine(
  choice: EngineChoice,
  options: ReportOptions,
  { folder, openReader, tell }: Opening,
): Promise<OpenedEngine> {
  if (choice.address === null) return { engine: await openReader(), tables: [] };
  const password = await passwordOf(choice, folder);
  if (password !== '' && isReadOnTheWay(choice.address)) tell(readablePassword(choice.address));
  const { openClickHouse } = await import('../engines/clickhouse/clickhouse-engine.js');
  const { address, queryTimeout, scratch, onShards } = choice;
  const { engine, table } = await openClickHouse({
    address,
    password,
    queryTimeout,
    scratch,
    onShards,
    openReader,
    spool,
  });
  workAtEnd(async () => {
    engine.cancel();
    await engine.close();
  });
  try {
    const tables: SourceFile[] = [];
    for (const expression of choice.tables) tables.push(await table(expression, readingChoices(options)));
    return { engine, tables };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function passwordOf({ passwordFile }: EngineChoice, folder: string): Promise<string> {
  if (passwordFile === undefined) return process.env[passwordVariable] ?? '';
  const content = await readFile(resolve(folder, passwordFile), 'utf8').catch((error: unknown) => {
    throw wrongUse(
      'password_file',
      `The file of the password, ${passwordFile}, cannot be read.`,
      (error as Error).message,
    );
  });
  return content.replace(/\r?\n$/, '');
}

/** Others than this computer see what is sent there. */
function isReadOnTheWay({ isSecure, host }: ServerAddress): boolean {
  return !isSecure && !isLoopback(host);
}

function readablePassword(address: ServerAddress): string {
  return `Warning: the password goes to ${shownAddress(address)} unencrypted, and whoever is on the way can read it. Add secure=1 to the address, with the port of HTTPS: clickhouse://user@host:8443/database?secure=1`;
}

/** A text that a server gave as a file of this run. */
async function spool(name: string, content: AsyncIterable<Uint8Array>): Promise<SourceFile> {
  const path = join(temporaryFolder(), `table-${randomUUID()}.csv`);
  await pipeline(content, createWriteStream(path));
  return fileSource(path, name);
}
