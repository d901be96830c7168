import type { Signal } from '@preact/signals';
import { chooseFiles } from '../input/choose-files.js';
import { inputNames } from '../state/questions.js';
import type { Session } from '../state/session.js';
import type { Theme } from '../state/theme.js';
import { LockIcon } from './icons.js';
import { ThemeSwitch } from './theme-switch.js';

/** The top of the page: its name, what is open, where the data is, and the colours. */
export function Header({ session, theme }: { session: Session; theme: Signal<Theme> }) {
  const { input, phase, looked } = session.state;
  const open = (files: readonly File[]): void =>
    session.open({ files: files.map((file) => ({ name: file.name, blob: file })) });
  const isOpen = input.value !== null;
  const isMapping = phase.value === 'mapping';
  return (
    <header class="site-header">
      <p class="brand">
        <a
          href="./"
          onClick={(event) => {
            event.preventDefault();
            session.leave();
          }}
        >
          Chat Metrics
        </a>
      </p>
      {input.value && <p class="open-files">{namesText(inputNames(input.value))}</p>}
      <nav class="header-actions" aria-label="File and page">
        {isOpen && (
          <button type="button" class="quiet" onClick={() => chooseFiles(open)}>
            Open another file
          </button>
        )}
        {isOpen && looked.value && !isMapping && (
          <button type="button" class="quiet" onClick={() => session.showColumns()}>
            Columns and dates
          </button>
        )}
        <ThemeSwitch theme={theme} />
      </nav>
      <p class="kept-here" title="Files are read by this page in your browser. Nothing is sent anywhere.">
        <LockIcon /> Kept on this computer
      </p>
    </header>
  );
}

function namesText([first = '', ...others]: string[]): string {
  return others.length === 0 ? first : `${first} and ${String(others.length)} more`;
}
