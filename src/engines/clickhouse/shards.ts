import { literal } from './dialect.js';
import { readBy, Relations } from './relations.js';

/** Relations whose rows rest on the rows of one chat: each shard makes those of its own chats. */
const ofOneChat = new Set([
  'raw_chats',
  'kept_chats',
  'ranged_chats',
  'chat_facts',
  'chats',
  'chats_in_hours',
  'agent_moments',
  'chat_rows',
  'faulty_rows',
]);

/** A relation that is not spread as a SELECT that every server understands; undefined where there is none. */
type OnEveryServer = (name: string) => Promise<string | undefined>;

/**
 * Relations that are spread over the shards of a cluster, and how a shard knows them: as tables of its own rows. What else
 * they read is put there too: copies of small tables, and plain values within the statement.
 */
export class Shards {
  readonly cluster: string;
  readonly #spread = new Set<string>();
  readonly #onShard = new Relations();
  readonly #onEveryServer: OnEveryServer;

  constructor(cluster: string, onEveryServer: OnEveryServer) {
    this.cluster = cluster;
    this.#onEveryServer = onEveryServer;
  }

  /** Whether each shard makes its own part of a relation. */
  canMake(name: string, select: string): boolean {
    return ofOneChat.has(name) && readBy(select).some((read) => this.#spread.has(read));
  }

  /** A SELECT as a shard runs it: of its own rows. */
  async selectOfShard(select: string): Promise<string> {
    await this.#bring(select);
    return this.#onShard.resolved(select);
  }

  /** Tells what a shard knows a spread relation as. */
  set(name: string, select: string): void {
    this.#spread.add(name);
    this.#onShard.set(name, select);
  }

  /** A relation is not spread, or is another one from now on. */
  forget(name: string): void {
    this.#spread.delete(name);
    this.#onShard.delete(name);
  }

  /** What stands after `from` for all rows of a spread relation, once `refresh` has brought what it reads. */
  place(name: string): string {
    return `cluster(${literal(this.cluster)}, view(${this.#onShard.resolved(`select * from ${name}`)}))`;
  }

  /** Brings all that spread relations read to the shards. */
  async refresh(): Promise<void> {
    for (const name of this.#spread) await this.#bring(this.#onShard.get(name) ?? '');
  }

  async #bring(select: string): Promise<void> {
    for (const name of readBy(select)) {
      const known = this.#onShard.get(name) ?? (await this.#onEveryServer(name));
      if (known === undefined) continue;
      if (!this.#spread.has(name)) this.#onShard.set(name, known);
      await this.#bring(known);
    }
  }
}
