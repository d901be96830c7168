import type { Reply } from '../protocol.js';
import type { OpenClient } from '../state/client.js';
import { wholeReplies } from './lean-replies.js';

/** Opens the worker that makes the reports; a browser that gives no worker says so as one that breaks down. */
export const openWorkerClient: OpenClient = (onReply, onBroken) => {
  const worker = opened();
  if (worker instanceof Error) {
    queueMicrotask(() => onBroken(worker.message));
    return { send: () => undefined, close: () => undefined };
  }
  const take = wholeReplies(onReply);
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => take(data));
  worker.addEventListener('messageerror', () => onBroken('its answer could not be read'));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    worker.terminate();
    onBroken(event.message);
  });
  return { send: (request) => worker.postMessage(request), close: () => worker.terminate() };
};

function opened(): Worker | Error {
  try {
    return new Worker(new URL('./report-worker.ts', import.meta.url), { type: 'module' });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
