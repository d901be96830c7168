import { unusableInput, wrongUse, type UserError } from '../../errors.js';
import type { ErrorContext, Explain } from './explanation.js';
import { byNetworkCode, notTrusted } from './network-errors.js';
import { shownAddress } from './server-address.js';

const wrongPassword: Explain = (_, { address }) =>
  wrongUse(
    'wrong_password',
    `${shownAddress(address)} does not let the user "${address.user}" in: the password is wrong, or there is no such user.`,
    'The password is read from the environment variable CHAT_METRICS_CLICKHOUSE_PASSWORD, or from --password-file FILE; the user stands before the @ of the address.',
  );

const noSuchTable: Explain = (message, { address }) =>
  unusableInput(
    'no_such_table',
    `${shownAddress(address)} has no table${quoted(message, /(?:Table|table expression identifier|table) [`'"]?([\w.`]+)/)}, or the user "${address.user}" may not see it.`,
    'Check the name after --table: DATABASE.TABLE. A table without a database is looked for in that of the address.',
  );

const noSuchDatabase: Explain = (message, { address }) =>
  unusableInput(
    'no_such_database',
    `${shownAddress(address)} has no database${quoted(message, /Database [`'"]?([\w.`]+)/)}.`,
    'The database stands after the port: clickhouse://user@host:8443/database; that for temporary tables after --scratch.',
  );

const missingColumn: Explain = (message) =>
  unusableInput(
    'missing_column',
    `The server knows no column${quoted(message, /[Ii]dentifier [`'"]?([\w.`]+)/)}: was the table changed meanwhile?`,
    'Run it again. If it stays so, see the columns with DESCRIBE TABLE, and name them with --map field=Column.',
  );

const noRight: Explain = (message, { address }) => {
  const { user } = address;
  const rest = /to have (?:the )?grant ([^]+)$/.exec(message)?.[1];
  const right = rest?.split('. (', 1)[0]?.trim().replace(/\.$/, '');
  return unusableInput(
    'no_right',
    `The user "${user}" may not do this on ${shownAddress(address)}${right ? `: it needs ${right}` : ''}.`,
    right
      ? `Have it allowed: GRANT ${right} TO ${user}`
      : `Ask for that right. A report needs SELECT on the table; to read files by a table function also CREATE TEMPORARY TABLE and, of s3(...), READ ON S3.`,
  );
};

const readOnly: Explain = (message, context) =>
  /setting/i.test(message) ? readOnlySettings(message, context) : noRight(message, context);

const readOnlySettings: Explain = (message, { address }) =>
  unusableInput(
    'read_only_settings',
    `The user "${address.user}" may not change the setting${quoted(message, /(?:modify|[Ss]etting) '?(\w+)/)} on ${shownAddress(address)}, and without it the figures would be others.`,
    'Ask for readonly = 2, which forbids all changes but those of settings, or for the settings profile of docs/scale.md, with which a user with readonly = 1 changes none.',
  );

const outOfMemory: Explain = (message) =>
  unusableInput(
    'server_memory',
    `The server has too little memory for this${detail(message, /(?:would use|maximum:?) ([\d.]+ \w+\W.*?maximum: [\d.]+ \w+)/)}.`,
    'Take a shorter range by a view, let it spill to disk by the address: ?max_bytes_before_external_group_by=1000000000&max_bytes_before_external_sort=1000000000, or ask for a higher max_memory_usage.',
  );

const timeOut: Explain = (_, { queryTimeout }) =>
  unusableInput(
    'query_timeout',
    queryTimeout === null
      ? 'The server stopped a statement that took longer than it allows.'
      : `A statement took longer than --query-timeout allows (${String(queryTimeout)} s).`,
    'Give it more time with --query-timeout 2h, or take a shorter range by a view.',
  );

const tooMuch: Explain = (message, { address }) =>
  unusableInput(
    'server_limit',
    `${shownAddress(address)} allows this user less than the report needs: ${firstLine(message)}`,
    'Take a shorter range by a view, wait until the server has less to do, or ask for a higher limit or quota.',
  );

const shardAway: Explain = (message, { address }) =>
  unusableInput(
    'shard_away',
    `${shownAddress(address)} cannot reach a shard or another server that the table is read from: ${firstLine(message)}`,
    'See SELECT * FROM system.clusters, and whether each of these servers is running; then run it again.',
  );

/** A statement for every server of a cluster goes through Keeper. */
const noClusterStatements: Explain = (message, { address }) =>
  unusableInput(
    'no_cluster_statements',
    `${shownAddress(address)} cannot have statements run on every server of a cluster (ON CLUSTER): ${firstLine(message)}`,
    'See whether distributed_ddl and Keeper are set up, or leave --on-shards out: then one server computes.',
  );

const prohibited: Explain = (message, context) =>
  /DDL/.test(message) ? noClusterStatements(message, context) : noRight(message, context);

const unknownShard: Explain = (message, { address }) =>
  unusableInput(
    'unknown_shard',
    `A server of the cluster cannot number its rows: ${firstLine(message)}`,
    `On each of its servers, SELECT * FROM system.clusters must have is_local = 1 in one row of that cluster, as on ${shownAddress(address)}; or leave --on-shards out.`,
  );

const stopped: Explain = () =>
  unusableInput(
    'stopped_by_server',
    'Somebody stopped the statement on the server (KILL QUERY), or the server is shutting down.',
    'Run it again.',
  );

const noDiskSpace: Explain = () =>
  unusableInput(
    'server_disk',
    'The server has no disk space left for the temporary tables.',
    'Make room there, or name a database on another disk: --scratch DATABASE.',
  );

const tooOld: Explain = (message) =>
  unusableInput(
    'server_too_old',
    `This version of ClickHouse lacks something that the report needs: ${firstLine(message)}`,
    'ClickHouse 26.7 is tested; 24.8 is the oldest that may do.',
  );

/** A setting that the server does not know: one of the address, or one of ours. */
const unknownSetting: Explain = (message, context) => {
  const name = Object.keys(context.address.settings).find((one) => message.includes(`'${one}'`));
  if (name === undefined) return tooOld(message, context);
  return wrongUse(
    'unknown_setting',
    `The server has no setting "${name}", which the address names.`,
    'See what it has: SELECT name, description FROM system.settings.',
  );
};

const notClickHouse: Explain = (message, { address }) =>
  unusableInput(
    'not_clickhouse',
    `${shownAddress(address)} does not answer as ClickHouse does: ${firstLine(message) || 'with nothing'}`,
    'Is that the port for HTTP (8123), or HTTPS (8443, with ?secure=1), of a ClickHouse server?',
  );

/** By the number that ClickHouse gives an error. */
const byCode: Record<string, Explain> = {
  47: missingColumn,
  46: tooOld,
  60: noSuchTable,
  81: noSuchDatabase,
  115: unknownSetting,
  158: tooMuch,
  159: timeOut,
  160: timeOut,
  164: readOnly,
  192: wrongPassword,
  193: wrongPassword,
  194: wrongPassword,
  198: shardAway,
  201: tooMuch,
  202: tooMuch,
  209: timeOut,
  210: shardAway,
  241: outOfMemory,
  243: noDiskSpace,
  279: shardAway,
  307: tooMuch,
  225: noClusterStatements,
  392: prohibited,
  394: stopped,
  395: unknownShard,
  396: tooMuch,
  452: readOnlySettings,
  497: noRight,
  516: wrongPassword,
};

/** What an error of the client or the server means for people; what is no such error stays as it is. */
export function explained(error: unknown, context: ErrorContext): unknown {
  if (!(error instanceof Error)) return error;
  const code = codeOf(error);
  const known = byCode[code] ?? byNetworkCode[code] ?? (isCertificateCode(code) ? notTrusted : undefined);
  const message = context.hide(error.message);
  if (known) return known(message, context);
  if (message === 'Timeout error.') return timeOut(message, context);
  if (/^\d+$/.test(code)) return serverError(message, code, context);
  return Object.getPrototypeOf(error) === Error.prototype ? notClickHouse(message, context) : error;
}

/** The number of a server's error, or the code of Node's. */
function codeOf(error: Error): string {
  const { code, cause } = error as NodeJS.ErrnoException & { cause?: unknown };
  if (typeof code === 'string' || typeof code === 'number') return String(code);
  return cause instanceof Error ? codeOf(cause) : '';
}

function isCertificateCode(code: string): boolean {
  return /CERT|UNABLE_TO_|ERR_TLS_/.test(code);
}

function serverError(message: string, code: string, { address }: ErrorContext): UserError {
  return unusableInput(
    'server_error',
    `${shownAddress(address)} refused a statement (error ${code}): ${firstLine(message)}`,
  );
}

const longestDetail = 300;

function firstLine(message: string): string {
  const [line = ''] = message.trim().split('\n');
  return line.length > longestDetail ? `${line.slice(0, longestDetail)} ...` : line;
}

/** ` "name"` of what a message names, or nothing. */
function quoted(message: string, pattern: RegExp): string {
  const name = pattern.exec(message)?.[1]?.replaceAll('`', '').replace(/\.$/, '');
  return name ? ` "${name}"` : '';
}

function detail(message: string, pattern: RegExp): string {
  const found = pattern.exec(message)?.[1];
  return found ? `: it needs ${found}` : '';
}
