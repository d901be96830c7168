import type { Flag } from './flags.js';

/** The environment variable that holds the password of a server. */
export const passwordVariable = 'CHAT_METRICS_CLICKHOUSE_PASSWORD';

/** Where the report is computed. */
export const engineFlags: readonly Flag[] = [
  {
    name: 'engine',
    placeholder: 'ADDRESS',
    default: 'duckdb',
    meaning: `Where to compute: in this program, or on a ClickHouse server: clickhouse://user@host:8443/database?secure=1. Its password is read from ${passwordVariable}.`,
  },
  {
    name: 'table',
    placeholder: 'TABLE',
    isRepeatable: true,
    meaning:
      "A table or view of that server to report on, such as support.chats, or a table function such as \"s3('https://...', 'CSVWithNames')\".",
  },
  {
    name: 'scratch',
    placeholder: 'DATABASE',
    meaning: 'Database of that server for temporary tables (default: the one in the address).',
  },
  {
    name: 'on-shards',
    meaning:
      'Have the shards of a distributed table compute, each of its own chats, in temporary tables on every server of the cluster.',
  },
  {
    name: 'query-timeout',
    placeholder: 'TIME',
    meaning: 'The longest that one statement may take on that server, such as 90s, 10m, 2h.',
  },
  { name: 'password-file', placeholder: 'FILE', meaning: 'File that holds the password for that server.' },
];

/** Keys of the configuration that say where to compute. */
export const engineKeys = engineFlags.map(({ name }) => name);
