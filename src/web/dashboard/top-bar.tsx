import { useState } from 'preact/hooks';
import { rangeLength } from '../../presentation/range-ends.js';
import { filesInWords, rangeDaysInWords, zoneInWords } from '../../presentation/report-in-words.js';
import { verdictOf } from '../../presentation/verdict.js';
import { DownloadMenu } from '../download/download-menu.js';
import type { OutputId } from '../../outputs/outputs.js';
import { SettingsPanel } from '../settings/settings-panel.js';
import type { Settings } from '../state/settings.js';
import { Chips } from './chips.js';
import type { DashboardView } from './view.js';

export interface TopBarProps extends DashboardView {
  isBusy: boolean;
  /** A download that is being written. */
  downloading: OutputId | null;
  onSettings: (settings: Settings) => void;
  onDownload: (kind: OutputId) => void;
}

/** What the report is of, the filters that are on, and the way to settings and downloads. */
export function TopBar(props: TopBarProps) {
  const { report, settings, filters, isBusy, downloading, onFilter, onSettings, onDownload } = props;
  const [isOpen, setOpen] = useState(false);
  const { source, data_quality: quality } = report;
  const verdict = verdictOf(quality);
  return (
    <header class="top-bar">
      <div class="top-line">
        <div class="top-title">
          <h1>{source.range_from ? rangeDaysInWords(report) : 'No days'}</h1>
          <p class={verdict.isDoubtful ? 'verdict doubtful' : 'verdict'}>{verdict.text}</p>
          <p class="top-facts">
            <bdi>{filesInWords(report)}</bdi>
            {` · ${rangeLength(report)} · ${zoneInWords(report)}`}
          </p>
        </div>
        <div class="top-actions">
          <button
            type="button"
            class="button"
            aria-expanded={isOpen}
            aria-controls="settings-panel"
            onClick={() => setOpen(!isOpen)}
          >
            Settings
          </button>
          <DownloadMenu {...{ report, settings, filters, downloading, onDownload }} />
        </div>
      </div>
      <Chips filters={filters} onFilter={onFilter} />
      <p class="busy-say" role="status">
        {isBusy ? 'Computing …' : ''}
      </p>
      <SettingsPanel {...{ report, settings, isOpen, onSettings }} onClose={() => setOpen(false)} />
    </header>
  );
}
