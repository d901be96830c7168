import { bundledFiles } from '../../../src/engines/duckdb-wasm/bundled-files.js';
import { openDuckDbWasm, type DuckDbWasmFiles } from '../../../src/engines/duckdb-wasm/duckdb-wasm-engine.js';
import { blobSource } from '../../../src/engines/duckdb-wasm/files.js';
import type { Engine, ResultRow } from '../../../src/engines/engine.js';
import { UserError } from '../../../src/errors.js';
import { asOption } from '../../../src/options/mention.js';
import type { SourceFile } from '../../../src/files/source.js';
import type { ReportOptionsSpec } from '../../../src/options/options.js';
import { conformanceCases } from '../conformance.js';
import { duckDb } from '../dialects.js';
import { withChats, type ReportWithChats } from '../with-chats.js';

/** What is said of work that failed. */
export interface Failure {
  exitCode: number;
  code: string;
  message: string;
  hint: string | undefined;
}

const files: DuckDbWasmFiles = bundledFiles(document.baseURI);
const open = (changed: Partial<DuckDbWasmFiles> = {}): Promise<Engine> =>
  openDuckDbWasm({ ...files, ...changed });

/** The engine of most tests: opened once, as it would be on a page. */
let opened: Promise<Engine> | null = null;
const engine = (): Promise<Engine> => (opened ??= open());

const source = (name: string, content: string | Uint8Array<ArrayBuffer>): Promise<SourceFile> =>
  Promise.resolve(blobSource(new Blob([content]), name));

async function runCase(name: string): Promise<unknown> {
  const found = conformanceCases.find((one) => one.name === name);
  if (!found) throw new Error(`There is no case "${name}".`);
  return found.run({ engine: await engine(), source, dialect: duckDb });
}

/** The report of files that the server has, by an engine that stays open. */
async function report(
  names: readonly string[],
  options: ReportOptionsSpec,
  used?: Engine,
): Promise<ReportWithChats> {
  const sources = names.map(async (name) => blobSource(await (await fetch(`/files/${name}`)).blob(), name));
  return withChats(await Promise.all(sources), options, used ?? (await engine()));
}

/** The report of the file that was chosen on the page. */
async function reportOfChosen(): Promise<ReportWithChats> {
  const [file] = document.querySelector('input')?.files ?? [];
  if (!file) throw new Error('No file was chosen.');
  return withChats([blobSource(file, file.name)], {}, await engine());
}

/** How work failed for people; null when it did not. Other errors are thrown on. */
async function failure(work: Promise<unknown>): Promise<Failure | null> {
  return (await outcome(work)).failed;
}

/** What came of work: a result, or how it failed for people. */
async function outcome<Result>(
  work: Promise<Result>,
): Promise<{ result: Result; failed: null } | { result: null; failed: Failure }> {
  try {
    return { result: await work, failed: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { exitCode, code, message, hint } = error.saidIn(asOption);
    return { result: null, failed: { exitCode, code, message, hint } };
  }
}

/** What `progress` says while the report of a file is made, and after it. */
async function progressOf(name: string): Promise<{ during: (number | null)[]; after: number | null }> {
  const running = await open();
  const during: (number | null)[] = [];
  const timer = setInterval(() => {
    during.push(running.progress());
    if (during.at(-1) === 100) running.cancel(); // it is read: what is made of the rows would take long
  }, 5);
  await failure(report([name], {}, running));
  clearInterval(timer);
  return { during, after: running.progress() };
}

/** What comes of reading a file without the memory for it, and of a query after that. */
async function withLittleMemory(name: string): Promise<{ failed: Failure | null; after: ResultRow[] }> {
  const own = await openDuckDbWasm(files, { memory: 20_000_000 });
  const failed = await failure(report([name], {}, own));
  const after = await own.query('select 1 as x');
  await own.close();
  return { failed, after };
}

/** How statements fail that are at work when the engine is closed, and after that. */
async function closing(): Promise<(Failure | null)[]> {
  const own = await open();
  const running = failure(own.query('select count(distinct hash(x)) from range(100000000) r(x)'));
  await own.close();
  return [await running, await failure(own.query('select 1'))];
}

const tools = {
  engineName: async () => (await engine()).name,
  runCase,
  report: (names: readonly string[], options: ReportOptionsSpec) => report(names, options),
  progressOf,
  withLittleMemory,
  closing,
  failureOfOpening: (changed: Partial<DuckDbWasmFiles>) => failure(open(changed)),
  outcomeOfReport: (name: string) => outcome(report([name], {})),
  query: async (select: string) => (await engine()).query(select),
  failureOfChosen: () => failure(reportOfChosen()),
};

/** What the test asks the page for. */
export type PageTools = typeof tools;

Object.assign(globalThis, { tools });
