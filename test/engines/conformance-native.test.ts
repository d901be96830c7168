import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import type { Engine } from '../../src/engines/engine.js';
import { tempFiles } from '../reading/temp-files.js';
import { conformanceCases, type Kit } from './conformance.js';
import { duckDb } from './dialects.js';

const files = tempFiles();
let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
});
afterAll(() => engine.close());

const source: Kit['source'] = async (name, content) =>
  fileSource(await files.write(content, crypto.randomUUID()), name);

describe('the engine of this computer', () => {
  it.each(conformanceCases.map((one) => [one.name, one] as const))('%s', async (_, { run, expected }) => {
    expect(await run({ engine, source, dialect: duckDb })).toEqual(expected);
  });
});
