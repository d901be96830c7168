import type { Progress } from '../protocol.js';
import type { Session } from '../state/session.js';
import { countText, sizeText } from './numbers.js';

/** What is being done, how far it is, and how to stop it. */
export function ProgressPanel({ session, isSlim }: { session: Session; isSlim: boolean }) {
  const { phase, progress, engine } = session.state;
  const isLooking = phase.value === 'looking';
  const now = progress.value;
  const step = isLooking ? 'Looking at the file' : engineStep(engine.value, now?.step);
  const percent = now?.percent ?? null;
  return (
    <section class={isSlim ? 'progress-panel slim' : 'progress-panel card'} aria-label="Progress">
      <p class="progress-step" role="status">
        {step}
      </p>
      <progress max={100} {...(percent === null ? {} : { value: percent })} aria-label={step}>
        {percent === null ? '' : `${countText(percent)} %`}
      </progress>
      <p class="progress-amounts">{now ? amounts(now) : ''}</p>
      <button type="button" onClick={() => session.cancel()}>
        Cancel
      </button>
    </section>
  );
}

function engineStep(engine: string, step: string | undefined): string {
  if (step !== undefined) return step;
  return engine === 'loading' ? 'Loading the engine (once)' : 'Starting';
}

function amounts({ percent, rows, bytes, totalBytes }: Progress): string {
  const read = bytes !== null && totalBytes !== null && totalBytes > 0;
  return [
    percent === null ? '' : `${countText(percent)} %`,
    rows === null || rows === 0 ? '' : `about ${countText(rows)} rows`,
    read ? `${sizeText(bytes)} of ${sizeText(totalBytes)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
