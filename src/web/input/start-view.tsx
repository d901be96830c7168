import { LockIcon, DropIcon } from '../shell/icons.js';
import type { Session } from '../state/session.js';
import { chooseFiles } from './choose-files.js';

/** How many chats "sample data" has. */
const sampleChats = 5000;

/** The page before a file is open: what it does, where the data stays, and the ways in. */
export function StartView({ session }: { session: Session }) {
  const open = (files: readonly File[]): void =>
    session.open({ files: files.map((file) => ({ name: file.name, blob: file })) });
  return (
    <div class="start">
      <h1>From a chat export to a report</h1>
      <p class="lead">
        Volume, response times, CSAT, agents and busy hours from the export of your chat platform: to look at
        here, and to take away as an Excel workbook.
      </p>
      <LostNotice session={session} />
      <section class="drop-zone card" aria-labelledby="drop-title">
        <DropIcon />
        <h2 id="drop-title">Drop the export anywhere on this page</h2>
        <p class="actions">
          <button type="button" class="main" onClick={() => chooseFiles(open)}>
            Choose a file
          </button>
          <button type="button" onClick={() => session.open({ sampleChats })}>
            Try it with sample data
          </button>
        </p>
        <p class="hint">or paste a file or a copied table. Several files at once make one report.</p>
        <p class="privacy">
          <LockIcon /> Everything stays on this computer: your browser reads the file, and nothing is sent
          anywhere.
        </p>
      </section>
      <Kinds />
    </div>
  );
}

function LostNotice({ session }: { session: Session }) {
  const names = session.state.lost.value;
  if (names.length === 0) return null;
  return (
    <p class="notice" role="status">
      The page was loaded again, and a page cannot keep files. Choose <strong>{names.join(', ')}</strong> once
      more: your settings are as they were.
    </p>
  );
}

function Kinds() {
  return (
    <dl class="kinds">
      <div>
        <dt>Files</dt>
        <dd>CSV, Excel (.xlsx), JSON and Parquet, also as .zip, .gz or .zst.</dd>
      </div>
      <div>
        <dt>Platforms</dt>
        <dd>
          Verloop, Intercom, Zendesk, Freshchat, LiveChat, Salesforce and others are recognised; any other
          export by its headings, which you can put right.
        </dd>
      </div>
      <div>
        <dt>Size</dt>
        <dd>
          A million chats take some seconds. Above about 1.5 GB use the command line:{' '}
          <code>chat-metrics report FILE</code>
        </dd>
      </div>
    </dl>
  );
}
