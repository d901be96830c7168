import type { Engine } from '../../src/engines/engine.js';
import type { SourceFile } from '../../src/files/source.js';
import { lifeCases } from './conformance-life.js';
import { nameCases } from './conformance-names.js';
import { readingCases } from './conformance-reading.js';
import { relationCases } from './conformance-relations.js';
import { textCases } from './conformance-text.js';

/** The few things that the cases say in each database's own words. */
export interface Dialect {
  /** A row with a value of every type of the database, by the names of `valueFormsExpected`. */
  valueForms: string;
  /** A SELECT that works for seconds. */
  long: string;
}

/** What a case works with, in Node and in the page alike. */
export interface Kit {
  engine: Engine;
  dialect: Dialect;
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
  ...nameCases,
  ...readingCases,
  ...lifeCases,
];
