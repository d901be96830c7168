import type { FileLooked, FileRead, MadeReport, PlainError, Reply, Request } from '../../src/web/protocol.js';
import type { OpenClient } from '../../src/web/state/client.js';
import type { Memory, MemoryKey } from '../../src/web/state/memory.js';
import type { Report } from '../../src/report/report.js';

/** What a test sees and does of the other side of a session. */
export class OtherSide {
  /** Every request so far, over all connections; `load` is left out. */
  readonly requests: Request[] = [];
  connections = 0;
  #reply: (reply: Reply) => void = () => undefined;
  #break: (what: string) => void = () => undefined;

  readonly openClient: OpenClient = (onReply, onBroken) => {
    this.connections += 1;
    this.#reply = onReply;
    this.#break = onBroken;
    return {
      send: (request) => {
        if (request.type !== 'load') this.requests.push(request);
      },
      close: () => undefined,
    };
  };

  /** The last request of a kind. */
  last<Type extends Request['type']>(type: Type): Extract<Request, { type: Type }> {
    const found = this.requests.findLast((request) => request.type === type);
    if (!found) throw new Error(`No ${type} was asked for.`);
    return found as Extract<Request, { type: Type }>;
  }

  reply(reply: Reply): void {
    this.#reply(reply);
  }

  breakDown(what: string): void {
    this.#break(what);
  }

  looked(files: FileLooked[] = [lookedFile()]): void {
    const { job } = this.requests.findLast(({ type }) => type === 'open' || type === 'look') as {
      job: number;
    };
    this.reply({ type: 'looked', job, files });
  }

  read(kind: FileRead['decision']['kind'] = 'closed'): void {
    const decision: FileRead['decision'] = { kind, order: 'dmy', evidence: 'a sentence' };
    const files = [{ name: 'a.csv', decision, units: {}, zones: {} }];
    this.reply({ type: 'read', job: this.last('report').job, files });
  }

  /** Answers the last request for a report. */
  made(name = 'report'): void {
    this.reply({ type: 'report', job: this.last('report').job, made: madeReport(name) });
  }

  fail(type: 'open' | 'look' | 'report' | 'download', error: Partial<PlainError>): void {
    const full = { code: 'bug', message: 'A message.', hint: undefined, place: undefined, ...error };
    this.reply({ type: 'failed', job: this.last(type).job, error: full });
  }
}

/** A report that a session passes on without looking into it. */
function madeReport(name: string): MadeReport {
  return {
    report: { name } as unknown as Report,
    closers: [{ name: 'System', isBot: true, chats: 1 }],
  };
}

export function lookedFile(parts: Partial<FileLooked> = {}): FileLooked {
  const column = { condition: null, rule: 'synonym', is_unverified: false, samples: [] };
  return {
    name: 'a.csv',
    bytes: 100,
    form: { kind: 'csv', encoding: 'utf-8', delimiter: ',', headingLine: 1, sheet: null },
    sheets: [],
    sheetsRead: [],
    proposals: [],
    units: {},
    profile: { name: 'generic', title: 'Any export', evidence: '', fields: {} },
    columns: [
      { ...column, heading: 'Id', field: 'chat_id' },
      { ...column, heading: 'Who', field: null },
    ],
    missingNeeded: [],
    dateExample: null,
    rowsGuess: 10,
    ...parts,
  };
}

/** A memory that only this test has. */
export function newMemory(kept: Partial<Record<MemoryKey, unknown>> = {}): Memory {
  const all = new Map<MemoryKey, unknown>(Object.entries(kept) as [MemoryKey, unknown][]);
  return {
    read: (key) => all.get(key) ?? null,
    write: (key, value) => void all.set(key, structuredClone(value)),
  };
}
