import type { UserError } from '../../errors.js';
import type { ServerAddress } from './server-address.js';

/** What an error is explained by. */
export interface ErrorContext {
  address: ServerAddress;
  /** The limit of a statement in seconds; null: none of ours. */
  queryTimeout: number | null;
  /** Takes everything secret out of a text of the server. */
  hide: (text: string) => string;
}

/** What an error means; nothing secret is in its message any more. */
export type Explain = (message: string, context: ErrorContext) => UserError;
