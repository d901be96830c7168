import { unusableInput, wrongUse } from '../../errors.js';
import { identifier, literal } from './dialect.js';
import { shownAddress } from './server-address.js';
import type { Server } from './server.js';

/** A table that is spread over the shards of a cluster. */
export interface DistributedTable {
  cluster: string;
  /** The table that each shard has of it. */
  partSql: string;
}

const text = String.raw`'((?:[^'\\]|\\.)*)'`;
const enginePattern = new RegExp(String.raw`^Distributed\(${text}, ${text}, ${text}`);

/**
 * What a table is made of.
 * @param shown `DATABASE.TABLE`, or a table of the database of the address.
 * @throws UserError when it is not spread over shards, or not over a cluster that the server asked is one of, each with one shard.
 */
export async function distributedTable(server: Server, shown: string): Promise<DistributedTable> {
  const [table = '', database = server.address.database] = shown.split('.').reverse();
  const [row] = await server.query(
    `select engine_full from system.tables where database = ${literal(database)} and name = ${literal(table)}`,
  );
  const [, named, partDatabase, part] = enginePattern.exec(String(row?.['engine_full'])) ?? [];
  if (named === undefined || partDatabase === undefined || part === undefined) throw notSpread(shown);
  const cluster = await withoutMacro(server, named);
  await checkServers(server, cluster);
  return { cluster, partSql: `${identifier(partDatabase || database)}.${identifier(part)}` };
}

/** A cluster may be called as each server calls its own: `{cluster}`. */
async function withoutMacro(server: Server, cluster: string): Promise<string> {
  const macro = /^\{(\w+)\}$/.exec(cluster)?.[1];
  if (macro === undefined) return cluster;
  const [row] = await server.query(`select getMacro(${literal(macro)}) as cluster`);
  return String(row?.['cluster']);
}

/** Whose tables a server does not see it could not tidy up after a run that was killed; and a server is one shard's alone. */
async function checkServers(server: Server, cluster: string): Promise<void> {
  const [row] = await server.query(
    `select countIf(is_local) as own, count(*) > count(distinct host_name, port) as is_round
    from system.clusters where cluster = ${literal(cluster)}`,
  );
  if (Number(row?.['own']) === 0)
    throw wrongUse(
      'not_of_cluster',
      `${shownAddress(server.address)} is none of the servers of the cluster "${cluster}", over which the table is spread.`,
      'With --on-shards, let the address be that of one of them: SELECT host_name FROM system.clusters.',
    );
  if (row?.['is_round'])
    throw unusableInput(
      'several_shards_a_server',
      `--on-shards: a server of the cluster "${cluster}" has several of its shards, and could not tell their rows apart.`,
      'Leave --on-shards out, and one server computes.',
    );
}

function notSpread(shown: string): Error {
  return wrongUse(
    'not_spread',
    `--on-shards: ${shown} is not a table that is spread over shards (ENGINE = Distributed).`,
    'Leave --on-shards out, and one server computes; or name the distributed table itself, not a view, a part or a function.',
  );
}

/** @param name What is to be read and is no table, or not read by the server. */
export function notOnShards(name: string): Error {
  return unusableInput(
    'not_on_shards',
    `--on-shards: the rows of ${name} are not on the shards: they are read on this computer, as those of files and of tables whose dates are text.`,
    'Leave --on-shards out, and one server computes.',
  );
}

export function severalClusters(one: string, other: string): Error {
  return wrongUse(
    'several_clusters',
    `--on-shards: the tables are spread over several clusters, "${one}" and "${other}".`,
    'Leave --on-shards out, and one server computes.',
  );
}
