import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { engineFailed } from './engine-life.js';

/** The first bytes of every WebAssembly module. */
const magic = '\0asm';

/** A start that makes no headway for so long has failed. */
const longestSilence = 120_000;

/**
 * Loads the engine into its worker. The worker is silent when that fails, so what can be told from here is found out first.
 * @throws UserError `engine_failed`
 */
export async function startWorker(db: AsyncDuckDB, wasmUrl: string): Promise<void> {
  await checkModule(wasmUrl);
  let fail: (reason: Error) => void = () => undefined;
  const silence = new Promise<never>((_, reject) => (fail = reject));
  const wait = (): ReturnType<typeof setTimeout> =>
    setTimeout(() => fail(engineFailed('it could not be loaded')), longestSilence);
  let timer = wait();
  const onProgress = (): void => {
    clearTimeout(timer);
    timer = wait();
  };
  await Promise.race([db.instantiate(wasmUrl, null, onProgress), silence]).finally(() => clearTimeout(timer));
}

/** Only the first bytes, and past the browser's cache: an answer that is broken off there breaks off the engine's own. */
const firstBytes: RequestInit = { cache: 'no-store', headers: { range: 'bytes=0-15' } };

async function checkModule(wasmUrl: string): Promise<void> {
  const response = await fetch(wasmUrl, wasmUrl.startsWith('blob:') ? {} : firstBytes).catch(
    (error: unknown) => {
      throw engineFailed(`its file cannot be loaded (${String(error)})`);
    },
  );
  if (!response.ok) throw engineFailed(`its file cannot be loaded (${String(response.status)})`);
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  const start = new TextDecoder().decode(first?.value?.subarray(0, magic.length));
  if (start !== magic) throw engineFailed('its file is not what it should be');
}
