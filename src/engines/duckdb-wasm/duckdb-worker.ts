/**
 * Runs the engine's own worker, whose address is the first message, and tells beside its answers how much of files it reads:
 * a statement that reads one tells nothing.
 */
import type { BytesRead } from './bytes-read.js';

/** In workers alone, so TypeScript does not know them. */
declare const FileReaderSync: { prototype: { readAsArrayBuffer: (blob: Blob) => ArrayBuffer } };
declare const importScripts: (address: string) => void;

const reader = FileReaderSync.prototype;
const read = reader.readAsArrayBuffer;
reader.readAsArrayBuffer = function (blob) {
  const bytes = read.call(this, blob);
  postMessage({ bytesRead: bytes.byteLength } satisfies BytesRead);
  return bytes;
};

addEventListener('message', ({ data }: MessageEvent<string>) => importScripts(data), { once: true });
