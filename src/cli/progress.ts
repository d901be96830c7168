/** What a run tells while it works. */
export interface Progress {
  step: (text: string) => void;
  stop: () => void;
}

const quietMs = 500;
const frameMs = 120;

export interface ProgressSettings {
  stream: NodeJS.WriteStream;
  isQuiet: boolean;
  isVerbose: boolean;
  /** Percent of the current step, where it can be told. */
  percent: () => number | null;
}

/** Shows the current step on a terminal once the work has taken half a second; with `verbose`, a line per step. */
export function startProgress({ stream, isQuiet, isVerbose, percent }: ProgressSettings): Progress {
  if (isQuiet) return { step: () => undefined, stop: () => undefined };
  if (isVerbose) return verboseProgress(stream);
  if (!stream.isTTY) return { step: () => undefined, stop: () => undefined };
  const start = performance.now();
  let current = '';
  const timer = setInterval(() => {
    const elapsed = performance.now() - start;
    // a terminal that does not know its width says 0
    if (elapsed > quietMs)
      stream.write(`\r\u001b[2K${line(current, percent(), elapsed, stream.columns || 80)}`);
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

function verboseProgress(stream: NodeJS.WriteStream): Progress {
  return {
    step: (text) => void stream.write(`${(performance.now() / 1000).toFixed(2).padStart(8)} s  ${text}\n`),
    stop: () => undefined,
  };
}

/** One line of progress: what is done, how much of it, for how long. */
function line(step: string, percent: number | null, elapsedMs: number, width: number): string {
  const done = percent !== null && percent > 0 ? ` ${String(Math.floor(percent))} %` : '';
  return `${step} ...${done} (${(elapsedMs / 1000).toFixed(1)} s)`.slice(0, width - 1);
}
