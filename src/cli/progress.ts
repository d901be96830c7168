import type { OutputStream } from './command.js';
import { spelledOut } from '../files/spelled-out.js';
import { isLively, tell } from './tell.js';

/** What a run tells while it works. */
export interface Progress {
  step: (text: string) => void;
  stop: () => void;
}

const quietMs = 500;
const frameMs = 120;

export interface ProgressSettings {
  stream: OutputStream;
  isQuiet: boolean;
  isVerbose: boolean;
  /** How much of the current step is done, such as `12 %`; null where it cannot be told. */
  done: () => string | null;
}

/** Shows the current step on a terminal once the work has taken half a second; with `verbose`, a line per step. */
export function startProgress({ stream, isQuiet, isVerbose, done }: ProgressSettings): Progress {
  if (isQuiet) return { step: () => undefined, stop: () => undefined };
  if (isVerbose) return verboseProgress(stream);
  if (!isLively(stream)) return { step: () => undefined, stop: () => undefined };
  const start = performance.now();
  let current = '';
  const timer = setInterval(() => {
    const elapsed = performance.now() - start;
    // a terminal that does not know its width says 0
    if (elapsed > quietMs)
      stream.write(`\r\u001b[2K${spelledOut(line(current, done(), elapsed, stream.columns || 80))}`);
  }, frameMs);
  timer.unref();
  return {
    step: (text) => {
      current = text;
    },
    stop: () => {
      clearInterval(timer);
      if (performance.now() - start > quietMs) stream.write('\r\u001b[2K');
    },
  };
}

function verboseProgress(stream: OutputStream): Progress {
  return {
    step: (text) =>
      tell(
        stream,
        `${timeOfDay(new Date())} ${(performance.now() / 1000).toFixed(2).padStart(8)} s  ${spelledOut(text)}\n`,
      ),
    stop: () => undefined,
  };
}

/** `09:05:07`, by the clock of this computer. */
function timeOfDay(now: Date): string {
  return [now.getHours(), now.getMinutes(), now.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** One line of progress: what is done, how much of it, for how long. */
function line(step: string, done: string | null, elapsedMs: number, width: number): string {
  return `${step} ...${done === null ? '' : ` ${done}`} (${(elapsedMs / 1000).toFixed(1)} s)`.slice(
    0,
    width - 1,
  );
}
