import type { Session } from '../state/session.js';
import { lazily } from './lazily.js';

const dashboard = lazily(async () => (await import('../dashboard/dashboard.js')).Dashboard);

/** Loads what shows reports, before there is one. */
export const loadDashboard = dashboard.load;

/** The report on the page; a newer one may be on its way. */
export function ReportView({ session }: { session: Session }) {
  const { report, behind, settings, filters, phase, downloading } = session.state;
  if (!report.value) return null;
  const isBusy = phase.value === 'looking' || phase.value === 'computing';
  return (
    <div inert={isBusy && !session.isOfOpenFiles}>
      <dashboard.Part
        report={report.value}
        behind={behind.value}
        settings={settings.value}
        filters={filters.value}
        isBusy={isBusy}
        downloading={downloading.value}
        onSettings={(chosen) => session.setAll(chosen)}
        onFilter={(chosen) => session.filter(chosen)}
        onDownload={(kind) => session.download(kind)}
      />
    </div>
  );
}
