import { fieldWords } from '../../chats/field-words.js';
import type { Proposal } from '../../reading/proposals/propose.js';
import type { FileLooked } from '../protocol.js';
import type { Session } from '../state/session.js';
import type { Settings } from '../state/settings.js';
import { assigned } from './changes.js';

interface PanelProps {
  session: Session;
  file: FileLooked;
}

/** Columns that are proposed for fields that no heading tells, each with its reason; one or all of them can be taken. */
export function ProposalsPanel({ session, file }: PanelProps) {
  const open = file.proposals.filter(({ certainty }) => certainty === 'likely' || certainty === 'doubtful');
  if (open.length === 0) return null;
  const take = (proposals: readonly Proposal[]): void =>
    session.setAll(
      proposals.reduce((settings, one) => taken(settings, file, one), session.state.settings.value),
    );
  const likely = open.filter(({ certainty }) => certainty === 'likely');
  return (
    <section class="card proposals" aria-label={`Proposals for ${file.name}`}>
      <h2>Proposals for {file.name}</h2>
      <ul>
        {open.map((proposal) => (
          <li key={proposal.field}>
            <span>
              <strong>{fieldWords[proposal.field].name}</strong>: “{proposal.heading}” ({proposal.certainty}),{' '}
              {proposal.reason}. <span class="evidence">{measureText(proposal)}</span>
            </span>
            <button type="button" onClick={() => take([proposal])}>
              Use “{proposal.heading}”
            </button>
          </li>
        ))}
      </ul>
      {likely.length > 1 && (
        <p class="actions">
          <button type="button" onClick={() => take(likely)}>
            Use all that are likely
          </button>
        </p>
      )}
    </section>
  );
}

function taken(settings: Settings, file: FileLooked, { field, column }: Proposal): Settings {
  const its = column === null ? undefined : file.columns[column];
  return its ? assigned(settings, file, its, field) : settings;
}

function measureText({ measure }: Proposal): string {
  if (!measure) return '';
  const { rows, filled, distinct, parsed } = measure;
  const count = (value: number): string => value.toLocaleString();
  return `Of ${count(rows)} rows ${count(filled)} are filled; ${count(distinct)} values differ, ${count(parsed)} are read.`;
}
