import { useEffect, useRef } from 'preact/hooks';
import { placeText } from '../../errors.js';
import { chooseFiles } from '../input/choose-files.js';
import type { PlainError } from '../protocol.js';
import { waysOn, type WayOn } from '../state/failures.js';
import type { Session } from '../state/session.js';
import { isFiltered } from '../state/settings.js';

const labels: Record<WayOn, string> = {
  choose: 'Choose another file',
  again: 'Try again',
  columns: 'Columns and dates',
  settings: 'Back to the report before',
  filters: 'Remove the filters',
  back: 'Back to the report',
  rejects: 'Download the rejected rows',
};

/** What went wrong, where, what to do about it, and the ways on. */
export function ErrorCard({ session, error }: { session: Session; error: PlainError }) {
  const { filters, looked, report, phase } = session.state;
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), [error]);
  const ways = waysOn(error, {
    isFiltered: isFiltered(filters.value),
    hasColumns: looked.value !== null && phase.value !== 'mapping',
    hasReport: report.value !== null && phase.value === 'failed',
  });
  const place = placeText(error.place);
  const [hint, command] = hintParts(error.hint ?? '');
  return (
    <section class="error-card card" role="alert" tabIndex={-1} ref={card} aria-labelledby="error-title">
      <h2 id="error-title">{error.message}</h2>
      {place && !error.message.includes(place) && <p class="error-place">Where: {place}</p>}
      {hint && <p>{hint}</p>}
      {command && <CopiedCommand command={command} />}
      <p class="actions">
        {phase.value === 'failed' ? (
          ways.map((way, at) => (
            <button key={way} type="button" class={at === 0 ? 'main' : ''} onClick={() => go(session, way)}>
              {labels[way]}
            </button>
          ))
        ) : (
          <button type="button" onClick={() => session.dismissError()}>
            Close
          </button>
        )}
      </p>
    </section>
  );
}

/** The hint for people, and the command in it that is to be typed. */
function hintParts(hint: string): [hint: string, command: string | null] {
  const at = hint.indexOf('chat-metrics report ');
  return at < 0 ? [hint, null] : [hint.slice(0, at), hint.slice(at)];
}

function CopiedCommand({ command }: { command: string }) {
  return (
    <p class="command">
      <code>{command}</code>{' '}
      <button type="button" class="quiet" onClick={() => void navigator.clipboard.writeText(command)}>
        Copy
      </button>
    </p>
  );
}

function go(session: Session, way: WayOn): void {
  switch (way) {
    case 'choose':
      return chooseFiles((files) =>
        session.open({ files: files.map((file) => ({ name: file.name, blob: file })) }),
      );
    case 'again':
      return session.again();
    case 'columns':
      return session.showColumns();
    case 'settings':
      return session.back();
    case 'filters':
      return session.filter({});
    case 'back':
      return session.back();
    case 'rejects':
      return session.download('rejects');
  }
}
