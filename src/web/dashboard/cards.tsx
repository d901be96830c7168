import { useState } from 'preact/hooks';
import { pictures } from '../../pictures/pictures.js';
import { ChartCard } from './chart-card.js';
import type { Dimension } from '../state/settings.js';
import { chosenKeys, picked } from './filters.js';
import { NumbersTable, tables, type DrawnName } from './numbers-table.js';
import { tabSeparated } from './plain-table.js';
import type { DashboardView } from './view.js';

interface FilterCardProps extends DashboardView {
  dimension: Dimension;
  name: DrawnName;
  control?: preact.ComponentChildren;
}

/** A chart whose marks filter the report; it keeps all of its marks while it is filtered by one. */
function FilterCard({ dimension, name, control, ...view }: FilterCardProps) {
  const report = view.behind[dimension] ?? view.report;
  return (
    <ChartCard
      report={report}
      picture={pictures[name](report)}
      chosen={chosenKeys(view.filters, dimension, report)}
      onPick={(key, isAdded) => view.onFilter(picked(view.filters, { dimension, key, isAdded }, report))}
      copy={() => tabSeparated(report, tables[name](report))}
      numbers={() => <NumbersTable report={report} name={name} />}
      control={control}
    />
  );
}

export const PeriodCard = (view: DashboardView) => <FilterCard {...view} dimension="period" name="periods" />;

export const HalfHourCard = (view: DashboardView) => (
  <FilterCard {...view} dimension="halfHour" name="halfHours" />
);

export const ReasonsCard = (view: DashboardView) => (
  <FilterCard {...view} dimension="closingReason" name="reasons" />
);

export const ActivityCard = (view: DashboardView) => (
  <FilterCard {...view} dimension="agent" name="activity" />
);

export function CsatHoursCard({ report }: DashboardView) {
  return (
    <ChartCard
      report={report}
      picture={pictures.csatHours(report)}
      copy={() => tabSeparated(report, tables.csatHours(report))}
      numbers={() => <NumbersTable report={report} name="csatHours" />}
    />
  );
}

interface Choice {
  label: string;
  name: DrawnName;
}

interface SwitchCardProps extends DashboardView {
  dimension: Dimension;
  legend: string;
  choices: readonly [Choice, ...Choice[]];
}

/** One chart, switched between what it shows. */
function SwitchCard({ legend, choices, ...card }: SwitchCardProps) {
  const [chosen, setChosen] = useState<DrawnName>(choices[0].name);
  const control = (
    <div class="switch" role="group" aria-label={legend}>
      {choices.map(({ label, name }) => (
        <button key={name} type="button" aria-pressed={name === chosen} onClick={() => setChosen(name)}>
          {label}
        </button>
      ))}
    </div>
  );
  return <FilterCard {...card} name={chosen} control={control} />;
}

export const HeatMapCard = (view: DashboardView) => (
  <SwitchCard
    {...view}
    dimension="cell"
    legend="What the heat map shows"
    choices={[
      { label: 'Chats', name: 'weekChats' },
      { label: 'Concurrent chats', name: 'weekConcurrent' },
    ]}
  />
);

export const AgentCard = (view: DashboardView) => (
  <SwitchCard
    {...view}
    dimension="agent"
    legend="What agents are compared by"
    choices={[
      { label: 'CSAT', name: 'agentsByCsat' },
      { label: 'First response', name: 'agentsByResponse' },
      { label: 'Resolution', name: 'agentsByResolution' },
    ]}
  />
);
