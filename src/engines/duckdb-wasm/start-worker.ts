import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { engineFailed } from './engine-life.js';

/** The first bytes of every WebAssembly module. */
const magic = '\0asm';

/** A start that makes no headway for so long has failed. */
const longestSilence = 120_000;

/**
 * Loads the engine into its worker. The worker says nothing when it cannot fetch the module, and waits for ever: so it is
 * fetched here, and given to the worker as a blob.
 * @throws UserError `engine_failed`
 */
export async function startWorker(db: AsyncDuckDB, wasmUrl: string): Promise<void> {
  const address = isOnHost(wasmUrl) ? await addressOf(await moduleAt(wasmUrl), wasmUrl) : wasmUrl;
  let fail: (reason: Error) => void = () => undefined;
  const silence = new Promise<never>((_, reject) => (fail = reject));
  const wait = (): ReturnType<typeof setTimeout> =>
    setTimeout(() => fail(engineFailed('it could not be loaded')), longestSilence);
  let timer = wait();
  const onProgress = (): void => {
    clearTimeout(timer);
    timer = wait();
  };
  await Promise.race([db.instantiate(address, null, onProgress), silence]).finally(() => {
    clearTimeout(timer);
    URL.revokeObjectURL(address);
  });
}

/** False for a page in one file, which has the module in itself: nothing can break off there. */
const isOnHost = (url: string): boolean => !url.startsWith('file:');

/** The address of the blob, or the file's own where a host's policy lets no blob be fetched. */
async function addressOf(module: Blob, wasmUrl: string): Promise<string> {
  const address = URL.createObjectURL(module);
  try {
    const response = await fetch(address);
    await response.body?.cancel();
    return address;
  } catch {
    URL.revokeObjectURL(address);
    return wasmUrl;
  }
}

/** An answer that breaks off is asked for once more, past the browser's cache: another fetch of the file may have broken it. */
async function moduleAt(wasmUrl: string): Promise<Blob> {
  const file = await fetched(wasmUrl, 'default')
    .catch(() => fetched(wasmUrl, 'no-store'))
    .catch((error: unknown) => {
      throw engineFailed(
        `its file cannot be loaded (${error instanceof Error ? error.message : String(error)})`,
      );
    });
  if ((await file.slice(0, magic.length).text()) !== magic)
    throw engineFailed('its file is not what it should be');
  return new Blob([file], { type: 'application/wasm' });
}

async function fetched(url: string, cache: RequestCache): Promise<Blob> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(String(response.status));
  return response.blob();
}
