import { unusableInput, wrongUse, type UserError } from '../../errors.js';
import { shownAddress, type ServerAddress } from './server-address.js';

/** What an error is explained by. */
export interface ErrorContext {
  address: ServerAddress;
  /** The limit of a statement in seconds; null: none of ours. */
  queryTimeout: number | null;
  /** Takes everything secret out of a text of the server. */
  hide: (text: string) => string;
}

type Explain = (message: string, context: ErrorContext) => UserError;

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
    `The server knows no column${quoted(message, /identifier [`'"]?([\w.`]+)/)}: was the table changed meanwhile?`,
    'Run it again. If it stays so, see the columns with DESCRIBE TABLE, and name them with --map field=Column.',
  );

const noRight: Explain = (message, { address }) =>
  unusableInput(
    'no_right',
    `The user "${address.user}" may not do this on ${shownAddress(address)}${detail(message, /(?:necessary|required) to have (?:the )?grant (.+?)(?:\.|$)/)}.`,
    'Ask for that right. Reading needs SELECT on the table; temporary tables need CREATE TABLE, DROP TABLE, INSERT and SELECT on the database of --scratch.',
  );

const readOnly: Explain = (message, context) =>
  /setting/i.test(message) ? readOnlySettings(message, context) : noRight(message, context);

const readOnlySettings: Explain = (_, { address }) =>
  unusableInput(
    'read_only_settings',
    `The user "${address.user}" may not change settings on ${shownAddress(address)} (readonly = 1), and without them the figures would be others.`,
    'Ask for readonly = 2, which forbids all changes but those of settings, or for a user that is read-only by its rights: GRANT SELECT.',
  );

const outOfMemory: Explain = (message) =>
  unusableInput(
    'server_memory',
    `The server has too little memory for this${detail(message, /(?:would use|maximum:?) ([\d.]+ \w+.*?maximum: [\d.]+ \w+)/)}.`,
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

const tooOld: Explain = (message, { hide }) =>
  unusableInput(
    'server_too_old',
    `This version of ClickHouse lacks something that the report needs: ${firstLine(hide(message))}`,
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

const notClickHouse: Explain = (message, { address, hide }) =>
  unusableInput(
    'not_clickhouse',
    `${shownAddress(address)} does not answer as ClickHouse does: ${firstLine(hide(message)) || 'with nothing'}`,
    'Is that the port for HTTP (8123), or HTTPS (8443, with ?secure=1), of a ClickHouse server?',
  );

/** By the number that ClickHouse gives an error. */
const byCode: Record<string, Explain> = {
  47: missingColumn,
  46: tooOld,
  60: noSuchTable,
  81: noSuchDatabase,
  115: unknownSetting,
  159: timeOut,
  164: readOnly,
  192: wrongPassword,
  193: wrongPassword,
  194: wrongPassword,
  209: timeOut,
  241: outOfMemory,
  243: noDiskSpace,
  394: stopped,
  497: noRight,
  516: wrongPassword,
};

const cannotReach = (code: string, problem: string, hint: string): Explain => {
  return (_, { address }) => unusableInput(code, `${shownAddress(address)} ${problem}.`, hint);
};

const wrongHost = cannotReach('no_such_host', 'cannot be found', 'Check the name of the host in --engine.');
const noAnswer = cannotReach(
  'no_answer',
  'does not answer',
  'Is the server running, and the port the one for HTTP (8123) or HTTPS (8443, with ?secure=1)? Does a firewall stand between?',
);
const notTrusted = cannotReach(
  'untrusted_certificate',
  'shows a TLS certificate that this computer does not trust, or that is for another host',
  'If an authority of your own has signed it, name its certificate in the environment variable NODE_EXTRA_CA_CERTS=ca.pem.',
);
const wrongProtocol = cannotReach(
  'wrong_protocol',
  'does not speak as expected: HTTPS where HTTP is asked, or the other way round',
  'With ?secure=1 the port is that of HTTPS (8443), without it that of HTTP (8123).',
);
const cutOff = cannotReach('cut_off', 'ended the connection in the middle of its answer', 'Run it again.');

/** By the code of Node's network errors. */
const byNetworkCode: Record<string, Explain> = {
  ENOTFOUND: wrongHost,
  EAI_AGAIN: wrongHost,
  ECONNREFUSED: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ETIMEDOUT: noAnswer,
  EPROTO: wrongProtocol,
  ERR_SSL_WRONG_VERSION_NUMBER: wrongProtocol,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: wrongProtocol,
  HPE_INVALID_CONSTANT: wrongProtocol,
  ECONNRESET: cutOff,
  EPIPE: cutOff,
  ERR_STREAM_PREMATURE_CLOSE: cutOff,
};

/** What an error of the client or the server means for people; what is no such error stays as it is. */
export function explained(error: unknown, context: ErrorContext): unknown {
  if (!(error instanceof Error)) return error;
  const code = codeOf(error);
  const known = byCode[code] ?? byNetworkCode[code] ?? (isCertificateCode(code) ? notTrusted : undefined);
  if (known) return known(error.message, context);
  if (error.message === 'Timeout error.') return timeOut(error.message, context);
  if (/^\d+$/.test(code)) return serverError(error.message, code, context);
  return Object.getPrototypeOf(error) === Error.prototype ? notClickHouse(error.message, context) : error;
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

function serverError(message: string, code: string, { address, hide }: ErrorContext): UserError {
  return unusableInput(
    'server_error',
    `${shownAddress(address)} refused a statement (error ${code}): ${firstLine(hide(message))}`,
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
