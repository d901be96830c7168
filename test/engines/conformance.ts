import type { Engine } from '../../src/engines/engine.js';
import type { SourceFile } from '../../src/files/source.js';
import { lifeCases } from './conformance-life.js';
import { readingCases } from './conformance-reading.js';
import { relationCases } from './conformance-relations.js';
import { textCases } from './conformance-text.js';

/** What a case works with, in Node and in the page alike. */
export interface Kit {
  engine: Engine;
  /** A file that the engine can reach by itself. */
  source: (name: string, content: string | Uint8Array<ArrayBuffer>) => Promise<SourceFile>;
}

/** What must hold of every engine. */
export interface ConformanceCase {
  /** A sentence that must hold. */
  name: string;
  /** Gives plain data. */
  run: (kit: Kit) => Promise<unknown>;
  expected: unknown;
}

export const conformanceCases: ConformanceCase[] = [
  ...relationCases,
  ...textCases,
  ...readingCases,
  ...lifeCases,
];
