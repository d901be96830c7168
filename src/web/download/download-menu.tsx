import { figureInWords } from '../../presentation/figures.js';
import { baseName } from '../../presentation/report-in-words.js';
import type { Report } from '../../report/report.js';
import { CopyButton } from '../dashboard/copy-button.js';
import { Menu } from '../dashboard/menu.js';
import { menuOutputs, outputs, type OutputId } from '../../outputs/outputs.js';
import { isFiltered, type Filters, type Settings } from '../state/settings.js';
import { commandLine, needsProfileFile, profileFileName } from './command.js';

export interface DownloadMenuProps {
  report: Report;
  settings: Settings;
  filters: Filters;
  /** What is being written. */
  downloading: OutputId | null;
  onDownload: (kind: OutputId) => void;
}

interface Choice {
  kind: OutputId;
  say: string;
}

const choices: readonly Choice[] = menuOutputs.map((kind) => ({ kind, say: outputs[kind].say }));

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
            say: `${figureInWords('count', rejected)}, ${outputs.rejects.say}`,
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
        {downloading === 'xlsx' ? 'Writing …' : outputs.xlsx.label}
      </button>
      <Menu label="More downloads">
        {isFiltered(filters) && (
          <p class="say">A filter is on: files hold the figures of these chats alone, and say so.</p>
        )}
        <ul class="menu-list">
          {all.map(({ kind, say }) => (
            <li key={kind}>
              <button type="button" disabled={downloading !== null} onClick={() => onDownload(kind)}>
                <span class="menu-label">{downloading === kind ? 'Writing …' : outputs[kind].label}</span>{' '}
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
