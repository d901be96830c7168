import type { Reply } from '../protocol.js';
import type { OpenClient } from '../state/client.js';

/** Opens the worker that makes the reports. */
export const openWorkerClient: OpenClient = (onReply, onBroken) => {
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => onReply(data));
  worker.addEventListener('messageerror', () => onBroken('its answer could not be read'));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    worker.terminate();
    onBroken(event.message);
  });
  return { send: (request) => worker.postMessage(request), close: () => worker.terminate() };
};
