import '../styles/mapping.css';
import type { Session } from '../state/session.js';
import { lacksColumns } from '../state/questions.js';
import { BotsPanel } from './bots-panel.js';
import { ColumnsTable, MissingFields } from './columns-table.js';
import { DatesPanel } from './dates-panel.js';
import { FilePanel } from './file-panel.js';
import { ProposalsPanel } from './proposals-panel.js';
import { RowsPanel } from './rows-panel.js';
import { ZoneNames } from '../settings/zone-names.js';

/** How the files are understood: what is asked first, then all that can be changed. */
export function MappingPage({ session }: { session: Session }) {
  const { looked } = session.state;
  const files = looked.value ?? [];
  return (
    <div class="mapping">
      <h1>Columns and dates</h1>
      {files.map((file) => (
        <MissingFields key={file.name} session={session} file={file} />
      ))}
      {files.map((file) => (
        <ProposalsPanel key={file.name} session={session} file={file} />
      ))}
      <MakeReport session={session} />
      <div class="mapping-panels">
        <DatesPanel session={session} />
        <BotsPanel session={session} />
        <RowsPanel session={session} />
        {files.map((file) => (
          <FilePanel key={file.name} session={session} file={file} />
        ))}
      </div>
      {files.map((file) => (
        <section key={file.name} class="card">
          <h2>Columns of {file.name}</h2>
          <ColumnsTable session={session} file={file} />
        </section>
      ))}
      <Warnings session={session} />
      <MakeReport session={session} />
      <ZoneNames />
    </div>
  );
}

function MakeReport({ session }: { session: Session }) {
  const { looked, problems, report } = session.state;
  const lacks = lacksColumns(looked.value ?? []);
  const isReady = !lacks && Object.keys(problems.value).length === 0;
  return (
    <p class="actions">
      <button type="button" class="main" disabled={!isReady} onClick={() => session.makeReport()}>
        Make the report
      </button>
      {report.value && (
        <button type="button" onClick={() => session.back()}>
          Back to the report, unchanged
        </button>
      )}
      {lacks && <span class="hint">Say first which columns are the needed ones.</span>}
    </p>
  );
}

/** What the reading of the files has shown, as far as there is a report of them. */
function Warnings({ session }: { session: Session }) {
  const { report, read } = session.state;
  const quality = report.value?.data_quality;
  if (!quality || read.value === null) return null;
  const texts = [
    ...quality.rejected_by_reason.map(
      ({ reason, rows }) => `${rows.toLocaleString()} rows rejected: ${reason}`,
    ),
    ...quality.warnings.map(({ message, rows }) => `${rows.toLocaleString()} rows: ${message}`),
    ...quality.notes,
  ];
  if (texts.length === 0) return null;
  return (
    <section class="card" aria-labelledby="warnings-title">
      <h2 id="warnings-title">What was noticed in the last reading</h2>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
