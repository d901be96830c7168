import { resolve } from 'node:path';

/** Arguments by which chdb knows the clusters of two-shards.xml. */
export const twoShards = [`--config-file=${resolve('test/engines/clickhouse/two-shards.xml')}`];

/** What becomes of the parts of a statement about a table: the table of all servers' rows, the parts, its view. */
type Play = (rows: string, parts: readonly string[], view: string) => string[];

const engine = '(engine = \\w+ order by tuple\\(\\))';
const plays: readonly (readonly [pattern: string, play: Play])[] = [
  [
    `create table NAME on cluster \`two\`\\s+${engine} as ([^]*)`,
    (rows, [how = '', select = ''], view) => [
      `create table ${rows} ${how} as select * from cluster('two', view(
        select toUInt32(shardNum()) as shard_of_row, * from (${select.replace(ownPlace, 'toInt64(shardNum())')})))`,
      view,
    ],
  ],
  [
    `create table NAME on cluster \`two\`\\s+\\(([^]*)\\) ${engine}\\s*`,
    (rows, [columns = '', how = ''], view) => [
      `create table ${rows} (shard_of_row UInt32, ${columns}) ${how}`,
      view,
    ],
  ],
  [
    `create table NAME\\s+${engine} as ([^]*)`,
    (rows, [how = '', select = ''], view) => [
      `create table ${rows} ${how} as select toUInt32(0) as shard_of_row, * from (${select})`,
      view,
    ],
  ],
  [
    'insert into NAME (select [^]*)',
    (rows, [select = '']) => [`insert into ${rows} select 1, * from (${select})`],
  ],
  [
    'drop table if exists NAME(?: on cluster `two`)?',
    (rows) => [`drop table if exists ${rows} settings max_table_size_to_drop = 0`],
  ],
];
const patterns = plays.map(([pattern, play]) => ({
  pattern: new RegExp(`^${pattern.replace('NAME', '`([^`]+)`\\.`([^`]+)`')}$`),
  play,
}));
const ownPlace =
  /\(select toInt64\(min\(shard_num\)\) from system\.clusters where cluster = 'two' and is_local\)/g;

/**
 * A statement as what two servers would do, each of which sees its own tables only: chdb has neither statements for a cluster
 * nor a second server. A table is one with the shard of each row, behind a view of the rows of the shard that reads it. The
 * server that is asked is 0 for the tables of its own, which no shard must find, and the first shard for those of all.
 */
export function asTwoServers(query: string): string[] {
  for (const { pattern, play } of patterns) {
    const [, database, table = '', ...parts] = pattern.exec(query) ?? [];
    if (database === undefined || table.endsWith('__lease')) continue;
    const name = `\`${database}\`.\`${table}\``;
    const rows = `\`${database}\`.\`rows_of_${table}\``;
    const view = `create view ${name} as select * except (shard_of_row) from ${rows} where shard_of_row = shardNum()`;
    return [
      ...play(rows, parts, view),
      ...(query.startsWith('drop') ? [`drop table if exists ${name}`] : []),
    ];
  }
  return [query];
}
