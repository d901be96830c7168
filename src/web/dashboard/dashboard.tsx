import { useMemo } from 'preact/hooks';
import { ComparisonSection } from '../../html/comparison-section.js';
import { DataQualitySection } from '../../html/data-quality-section.js';
import { DefinitionsSection } from '../../html/definitions-section.js';
import { KeyFiguresSection } from '../../html/key-figures-section.js';
import { writeAsIn } from '../../presentation/locale.js';
import type { Behind } from '../state/behind.js';
import { AgentTable } from './agent-table.js';
import {
  ActivityCard,
  AgentCard,
  CsatHoursCard,
  HalfHourCard,
  HeatMapCard,
  PeriodCard,
  ReasonsCard,
} from './cards.js';
import { chosenKeys, picked } from './filters.js';
import { withLocalPeriods } from './local-report.js';
import { TopBar, type TopBarProps } from './top-bar.js';
import { useEscape } from './use-escape.js';
import type { DashboardView } from './view.js';
import '../styles/dashboard.css';
import '../styles/dashboard-top.css';
import '../styles/menus.css';
import '../styles/dashboard-charts.css';
import '../styles/dashboard-tables.css';
import '../styles/settings.css';
import '../styles/dashboard-print.css';

export interface DashboardProps extends TopBarProps {
  behind: Behind;
  /** How numbers and dates are written; that of the browser unless given. */
  locale?: string;
}

/** Everything that a report says, to look at, filter, set and take away. */
export function Dashboard({ locale, ...props }: DashboardProps) {
  writeAsIn(locale ?? navigator.language);
  const report = useMemo(() => withLocalPeriods(props.report), [props.report, locale]);
  const behind = useMemo(() => locallyNamed(props.behind), [props.behind, locale]);
  const view: DashboardView = {
    report,
    behind,
    settings: props.settings,
    filters: props.filters,
    onFilter: props.onFilter,
  };
  useEscape(props.filters, props.onFilter);
  return (
    <div class={props.isBusy ? 'dashboard busy' : 'dashboard'}>
      <TopBar {...props} report={report} />
      <div class="figures" aria-busy={props.isBusy}>
        <KeyFiguresSection report={report} />
        <Volume {...view} />
        <Agents {...view} />
        {report.comparison && <ComparisonSection report={report} comparison={report.comparison} />}
        <DataQualitySection report={report} allRejected={<AllRejected onDownload={props.onDownload} />} />
        <details class="fold">
          <summary>How it was measured: options and definitions</summary>
          <DefinitionsSection report={report} />
        </details>
      </div>
    </div>
  );
}

const locallyNamed = (behind: Behind): Behind =>
  Object.fromEntries(
    Object.entries(behind).map(([dimension, report]) => [dimension, withLocalPeriods(report)]),
  );

function Volume(view: DashboardView) {
  return (
    <section aria-labelledby="volume-heading">
      <h2 id="volume-heading">Volume and outcome</h2>
      <p class="lead">
        When chats come in, who closes them and why.{' '}
        <span class="on-screen">Pick a mark of a chart to see its chats alone.</span>
      </p>
      <div class="board volume">
        <PeriodCard {...view} />
        <HalfHourCard {...view} />
        <HeatMapCard {...view} />
        <div class="stack">
          <ReasonsCard {...view} />
          <CsatHoursCard {...view} />
        </div>
      </div>
    </section>
  );
}

function Agents(view: DashboardView) {
  const report = view.behind.agent ?? view.report;
  return (
    <section aria-labelledby="agents-heading">
      <h2 id="agents-heading">Agents</h2>
      <p class="lead">Speed, satisfaction and working time, over the chats that agents closed.</p>
      <div class="board">
        <AgentCard {...view} />
        <ActivityCard {...view} />
      </div>
      <AgentTable
        report={report}
        chosen={chosenKeys(view.filters, 'agent', report)}
        onPick={(key, isAdded) =>
          view.onFilter(picked(view.filters, { dimension: 'agent', key, isAdded }, report))
        }
      />
    </section>
  );
}

function AllRejected({ onDownload }: Pick<DashboardProps, 'onDownload'>) {
  return (
    <button type="button" class="button" onClick={() => onDownload('rejects')}>
      Download all rejected rows (CSV)
    </button>
  );
}
