import type { FileLooked } from '../protocol.js';
import type { Settings } from './settings.js';

/** What the browser keeps for the next visit: choices, never data. */
export interface Memory {
  read(key: MemoryKey): unknown;
  write(key: MemoryKey, value: unknown): void;
}

export type MemoryKey = 'settings' | 'mappings' | 'theme' | 'open';

/** How many kinds of files are remembered. */
const mostMappings = 50;

/** A place of the browser, or none where it gives none: then nothing is remembered. */
export function memoryIn(storage: () => Storage): Memory {
  return {
    read(key) {
      try {
        return JSON.parse(storage().getItem(`chat-metrics.${key}`) ?? 'null') as unknown;
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        if (value === null) storage().removeItem(`chat-metrics.${key}`);
        else storage().setItem(`chat-metrics.${key}`, JSON.stringify(value));
      } catch {
        // it is full or forbidden: the page works without it
      }
    },
  };
}

/** What makes two files the same kind: their headings. */
function kindKey(files: readonly FileLooked[]): string {
  return JSON.stringify(files.map(({ columns }) => columns.map(({ heading }) => heading)));
}

/** How files with the same headings were read the last time; null where they are new. */
export function rememberedMapping(memory: Memory, files: readonly FileLooked[]): Settings | null {
  return mappingsIn(memory).get(kindKey(files)) ?? null;
}

/** Keeps how files are read, for the next ones with the same headings. */
export function rememberMapping(memory: Memory, files: readonly FileLooked[], settings: Settings): void {
  const mappings = mappingsIn(memory);
  mappings.delete(kindKey(files));
  if (Object.keys(settings).length > 0) mappings.set(kindKey(files), settings);
  memory.write('mappings', [...mappings].slice(-mostMappings));
}

function mappingsIn(memory: Memory): Map<string, Settings> {
  const kept = memory.read('mappings');
  return new Map(Array.isArray(kept) ? (kept as [string, Settings][]) : []);
}
