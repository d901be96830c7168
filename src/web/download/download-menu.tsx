import { figureInWords } from '../../presentation/figures.js';
import { baseName } from '../../presentation/report-in-words.js';
import type { Report } from '../../report/report.js';
import { CopyButton } from '../dashboard/copy-button.js';
import { Menu } from '../dashboard/menu.js';
import type { DownloadKind } from '../protocol.js';
import { isFiltered, type Filters, type Settings } from '../state/settings.js';
import { commandLine, needsProfileFile, profileFileName } from './command.js';

export interface DownloadMenuProps {
  report: Report;
  settings: Settings;
  filters: Filters;
  /** What is being written. */
  downloading: DownloadKind | null;
  onDownload: (kind: DownloadKind) => void;
}

interface Choice {
  kind: DownloadKind;
  label: string;
  say: string;
}

const choices: readonly Choice[] = [
  {
    kind: 'xlsx-with-chats',
    label: 'Excel workbook with every chat',
    say: 'a row for each chat, on sheets of their own',
  },
  { kind: 'html', label: 'HTML report', say: 'one file to read, send and print' },
  { kind: 'csv', label: 'CSV tables', say: 'all tables in one zip' },
  { kind: 'chats-csv', label: 'Every chat as CSV', say: 'with what was worked out for each' },
  { kind: 'json', label: 'JSON', say: 'every figure with full precision' },
];

/** The workbook by one click, everything else from a menu, and the command that makes the same. */
export function DownloadMenu(props: DownloadMenuProps) {
  const { report, filters, downloading, onDownload } = props;
  const rejected = report.data_quality.rows_rejected;
  const all: readonly Choice[] =
    rejected === 0
      ? choices
      : [
          ...choices,
          {
            kind: 'rejects',
            label: 'Rejected rows',
            say: `${figureInWords('count', rejected)}, with the reason`,
          },
        ];
  return (
    <>
      <button
        type="button"
        class="button main"
        disabled={downloading !== null}
        onClick={() => onDownload('xlsx')}
      >
        {downloading === 'xlsx' ? 'Writing …' : 'Excel workbook'}
      </button>
      <Menu label="More downloads">
        {isFiltered(filters) && (
          <p class="say">A filter is on: files hold the figures of these chats alone, and say so.</p>
        )}
        <ul class="menu-list">
          {all.map(({ kind, label, say }) => (
            <li key={kind}>
              <button type="button" disabled={downloading !== null} onClick={() => onDownload(kind)}>
                <span class="menu-label">{downloading === kind ? 'Writing …' : label}</span>{' '}
                <span class="menu-say">{say}</span>
              </button>
            </li>
          ))}
        </ul>
        <Command {...props} />
      </Menu>
      <span class="unseen" role="status">
        {downloading ? 'The file is being written.' : ''}
      </span>
    </>
  );
}

function Command({ report, settings, filters, onDownload }: DownloadMenuProps) {
  const files = report.source.files.map(({ name }) => baseName(name));
  const command = commandLine(files, settings, filters);
  return (
    <section class="command" aria-labelledby="command-heading">
      <h2 id="command-heading">The command that makes this report</h2>
      <pre tabIndex={0} aria-label="Command">
        <code>{command}</code>
      </pre>
      {needsProfileFile(settings) && (
        <p class="say">
          {`It reads how the columns are understood from ${profileFileName}: `}
          <button type="button" class="quiet" onClick={() => onDownload('profile')}>
            download it
          </button>
        </p>
      )}
      <CopyButton text={() => command} label="Copy" what="the command" />
    </section>
  );
}
