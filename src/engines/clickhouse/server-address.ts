import { wrongUse, type UserError } from '../../errors.js';
import { settings } from './settings.js';

/** Where a ClickHouse server is, and as whom it is asked. */
export interface ServerAddress {
  /** `https://host:8443` */
  url: string;
  host: string;
  port: number;
  isSecure: boolean;
  user: string;
  database: string;
  /** Settings of ClickHouse that the address adds to each statement. */
  settings: Record<string, string>;
}

const example = 'clickhouse://user@host:8443/database?secure=1';

/**
 * Reads an address such as `clickhouse://user@host:8443/database?secure=1`; any other parameter is a setting of ClickHouse.
 * @throws UserError for anything else, and for an address with a password in it, which no message repeats.
 */
export function serverAddress(value: string, option = '--engine'): ServerAddress {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && url.password !== '') throw passwordInAddress(option);
  if (!url || url.protocol !== 'clickhouse:' || url.hostname === '' || url.hash !== '')
    throw badAddress(option, 'is no address of a ClickHouse server');
  const database = decodeURIComponent(url.pathname.slice(1)) || 'default';
  if (database.includes('/')) throw badAddress(option, 'has more than a database after the port');
  const { secure = '0', ...more } = Object.fromEntries(url.searchParams);
  if (!/^[01]$/.test(secure)) throw badAddress(option, 'says neither secure=1 nor secure=0');
  const isSecure = secure === '1';
  const port = url.port === '' ? (isSecure ? 8443 : 8123) : Number(url.port);
  return {
    url: `${isSecure ? 'https' : 'http'}://${url.hostname}:${String(port)}`,
    host: url.hostname,
    port,
    isSecure,
    user: decodeURIComponent(url.username) || 'default',
    database,
    settings: checkedSettings(more, option),
  };
}

/** How an address is shown: never with anything secret in it. */
export function shownAddress({ host, port }: ServerAddress): string {
  return `${host}:${String(port)}`;
}

function checkedSettings(more: Record<string, string>, option: string): Record<string, string> {
  for (const name of Object.keys(more)) {
    if (/^pass|^user/i.test(name)) throw passwordInAddress(option);
    if (name in settings || !/^[a-z][a-z0-9_]*$/.test(name))
      throw badAddress(option, `has the parameter "${name}", which cannot be set`);
  }
  return more;
}

function passwordInAddress(option: string): UserError {
  return wrongUse(
    'password_in_address',
    `${option}: an address may hold no password: other users of this computer could read it.`,
    'Put it into the environment variable CHAT_METRICS_CLICKHOUSE_PASSWORD, or into a file: --password-file FILE.',
  );
}

function badAddress(option: string, problem: string): UserError {
  return wrongUse('bad_address', `${option}: this ${problem}.`, `Write it as ${example}`);
}
