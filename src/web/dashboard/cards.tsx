import { useState } from 'preact/hooks';
import { agentPicture, agentPictureKinds } from '../../html/figures/agent-figures.js';
import { activityPicture } from '../../html/figures/activity-figure.js';
import { csatHoursPicture } from '../../html/figures/csat-hours-figure.js';
import { halfHourPicture } from '../../html/figures/half-hour-figure.js';
import { heatMapKinds, heatMapPicture } from '../../html/figures/heat-map-figure.js';
import { periodPicture } from '../../html/figures/period-figure.js';
import { reasonsPicture } from '../../html/figures/reasons-figure.js';
import type { Picture } from '../../html/figures/figure.js';
import type { Report } from '../../report/report.js';
import { useBackdrop } from './backdrop.js';
import { ChartCard } from './chart-card.js';
import { chosenKeys, picked, type Dimension } from './filters.js';
import { NumbersTable, tables, type TableName } from './numbers-table.js';
import { tabSeparated } from './plain-table.js';
import type { DashboardView } from './view.js';

interface FilterCardProps extends DashboardView {
  dimension: Dimension;
  table: TableName;
  draw: (report: Report) => Picture;
  control?: preact.ComponentChildren;
}

/** A chart whose marks filter the report; it keeps all of its marks while it is filtered by one. */
function FilterCard({ dimension, table, draw, control, ...view }: FilterCardProps) {
  const report = useBackdrop(dimension, view.report, view.settings);
  return (
    <ChartCard
      picture={draw(report)}
      chosen={chosenKeys(view.filters, dimension, report)}
      onPick={(key, isAdded) => view.onFilter(picked(view.filters, { dimension, key, isAdded }, report))}
      copy={() => tabSeparated(report, tables[table](report))}
      numbers={() => <NumbersTable report={report} table={table} />}
      control={control}
    />
  );
}

export const PeriodCard = (view: DashboardView) => (
  <FilterCard {...view} dimension="period" table="periods" draw={periodPicture} />
);

export const HalfHourCard = (view: DashboardView) => (
  <FilterCard {...view} dimension="halfHour" table="halfHours" draw={halfHourPicture} />
);

export const ReasonsCard = (view: DashboardView) => (
  <FilterCard {...view} dimension="closingReason" table="reasons" draw={reasonsPicture} />
);

export const ActivityCard = (view: DashboardView) => (
  <FilterCard {...view} dimension="agent" table="activity" draw={activityPicture} />
);

export function CsatHoursCard({ report }: DashboardView) {
  return (
    <ChartCard
      picture={csatHoursPicture(report)}
      copy={() => tabSeparated(report, tables.csat(report))}
      numbers={() => <NumbersTable report={report} table="csat" />}
    />
  );
}

/** One chart, switched between what it shows. */
function useSwitch(legend: string, names: readonly string[]) {
  const [chosen, setChosen] = useState(0);
  const control = (
    <div class="switch" role="group" aria-label={legend}>
      {names.map((name, index) => (
        <button key={name} type="button" aria-pressed={index === chosen} onClick={() => setChosen(index)}>
          {name}
        </button>
      ))}
    </div>
  );
  return { chosen, control };
}

export function HeatMapCard(view: DashboardView) {
  const { chosen, control } = useSwitch('What the heat map shows', ['Chats', 'Concurrent chats']);
  const kind = heatMapKinds[chosen];
  if (!kind) return null;
  return (
    <FilterCard
      {...view}
      dimension="cell"
      table={chosen === 0 ? 'weekChats' : 'weekConcurrent'}
      draw={(report) => heatMapPicture(report, kind)}
      control={control}
    />
  );
}

export function AgentCard(view: DashboardView) {
  const { chosen, control } = useSwitch('What agents are compared by', [
    'CSAT',
    'First response',
    'Resolution',
  ]);
  const kind = agentPictureKinds[chosen];
  if (!kind) return null;
  const table = (['csatAgents', 'responseAgents', 'resolutionAgents'] as const)[chosen] ?? 'csatAgents';
  return (
    <FilterCard
      {...view}
      dimension="agent"
      table={table}
      draw={(report) => agentPicture(report, kind)}
      control={control}
    />
  );
}
