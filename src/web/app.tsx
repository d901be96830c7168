import type { Signal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { DropIcon } from './shell/icons.js';
import { ErrorCard } from './shell/error-card.js';
import { Footer } from './shell/footer.js';
import { Header } from './shell/header.js';
import { ProgressPanel } from './shell/progress-panel.js';
import { ReportView } from './shell/report-view.js';
import { StartView } from './input/start-view.js';
import { useInput } from './input/use-input.js';
import { MappingView } from './mapping/lazy-mapping.js';
import type { Input } from './protocol.js';
import type { Session } from './state/session.js';
import type { Theme } from './state/theme.js';

/** The page. */
export function App({ session, theme }: { session: Session; theme: Signal<Theme> }) {
  const isDragged = useInput(useCallback((input: Input) => session.open(input), [session]));
  return (
    <>
      <a class="skip-link" href="#main">
        To the content
      </a>
      <Header session={session} theme={theme} />
      <main id="main" tabIndex={-1}>
        <Content session={session} />
      </main>
      <Footer />
      {isDragged && (
        <div class="drop-hint" role="status">
          <DropIcon />
          <p>Drop to open. It stays on this computer.</p>
        </div>
      )}
    </>
  );
}

function Content({ session }: { session: Session }) {
  const { phase, error, report } = session.state;
  const isWorking = phase.value === 'looking' || phase.value === 'computing';
  const hasReport = report.value !== null && phase.value !== 'mapping' && phase.value !== 'start';
  const hasOwnTitle = hasReport || phase.value === 'start' || phase.value === 'mapping';
  return (
    <>
      {!hasOwnTitle && <h1 class="visually-hidden">Chat report</h1>}
      {error.value && <ErrorCard session={session} error={error.value} />}
      {phase.value === 'start' && <StartView session={session} />}
      {isWorking && <ProgressPanel session={session} isSlim={hasReport} />}
      {phase.value === 'mapping' && <MappingView session={session} />}
      {hasReport && <ReportView session={session} />}
    </>
  );
}
