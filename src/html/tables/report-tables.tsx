import { catalog } from '../../metrics/catalog.js';
import { periodWord } from '../../presentation/report-in-words.js';
import type { Report, Row } from '../../report/report.js';
import { fewInWords } from '../../presentation/small-n.js';
import { agentColumns } from './agent-columns.js';
import { MetricTable } from './metric-table.js';
import { WeekdayTables } from './weekday-tables.js';

const noAgents = 'no chat was closed by an agent.';
const noChats = 'no chats.';

const ofPeriods = [
  'period_label',
  'incoming_chats',
  'incoming_change_rate',
  'unique_users',
  'returning_users',
  'closed_by_bot',
  'closed_by_agents',
  'open_chats',
  'bot_deflection_rate',
  'bot_resolution_rate',
  'csat_satisfied_rate_bot',
  'csat_rated_chats_bot',
];

const ofActivity = catalog.agent_activity.columns.map(({ id }) => id);
const ofShifts = catalog.agent_activity_by_shift.columns.map(({ id }) => id);
const ofReasons = catalog.closing_reasons.columns.map(({ id }) => id);
const ofHalfHours = catalog.half_hourly_chats.columns.map(({ id }) => id);

/** Every table of the report. */
export function ReportTables({ report }: { report: Report }) {
  const { tables, options } = report;
  const isPartial = tables.chat_metrics.some((row) => row['is_partial'] === true);
  return (
    <section id="tables" aria-labelledby="tables-heading">
      <h2 id="tables-heading">Tables</h2>
      <p class="lead">
        {`${fewInWords(options.small_n)} A dash stands where nothing can be measured. Tables of more than 60 rows are folded, and printed only up to 100 rows or where they are unfolded; the CSV files have them with full precision.`}
      </p>
      <div class="block">
        <h3>Chats</h3>
        <MetricTable
          report={report}
          id="table-chats"
          table="chat_metrics"
          caption={`Chat metrics by ${periodWord(report).toLowerCase()}`}
          columns={ofPeriods}
          rows={tables.chat_metrics}
          overallLabel="Overall"
          whenEmpty={noChats}
        />
        {isPartial && <p class="after">* Not wholly inside the range, so its counts are not comparable.</p>}
        <MetricTable
          report={report}
          id="table-half-hours"
          table="half_hourly_chats"
          caption="Chats by half hour of the day"
          columns={ofHalfHours}
          rows={tables.half_hourly_chats}
          whenEmpty={noChats}
        />
        <WeekdayTables report={report} />
        <MetricTable
          report={report}
          id="table-reasons"
          table="closing_reasons"
          caption="Closing reasons"
          columns={ofReasons}
          rows={tables.closing_reasons}
          whenEmpty={noChats}
        />
      </div>
      <AgentTables report={report} />
    </section>
  );
}

function AgentTables({ report }: { report: Report }) {
  const { tables } = report;
  const periods = tables.agent_metrics_by_period;
  return (
    <div class="block">
      <h3>Agents</h3>
      <p class="say">Every n is the number of chats behind the figures after it.</p>
      {agentColumns.map(({ id, title, columns }) => (
        <MetricTable
          key={id}
          report={report}
          id={`table-agents-${id}`}
          table="agent_metrics"
          caption={`Agents: ${title}`}
          columns={['agent', ...columns]}
          rows={tables.agent_metrics}
          overallLabel="All agents"
          whenEmpty={noAgents}
        />
      ))}
      <MetricTable
        report={report}
        id="table-activity"
        table="agent_activity"
        caption="Agent activity (times as h:mm:ss)"
        columns={ofActivity}
        rows={tables.agent_activity}
        overallLabel="All agents"
        whenEmpty={noAgents}
      />
      <PeriodTables
        report={report}
        caption="All agents"
        rows={periods.filter((row) => row['agent'] === null)}
      />
      <PeriodTables
        report={report}
        caption="Each agent"
        rows={periods.filter((row) => row['agent'] !== null)}
      />
      <MetricTable
        report={report}
        id="table-shifts"
        table="agent_activity_by_shift"
        caption="Agent activity by shift (times as h:mm:ss)"
        columns={ofShifts}
        rows={tables.agent_activity_by_shift}
        whenEmpty={noAgents}
      />
    </div>
  );
}

/** The figures of agents in each period: in three tables, as over the whole range. */
function PeriodTables({ report, caption, rows }: { report: Report; caption: string; rows: readonly Row[] }) {
  const isEach = rows.some((row) => row['agent'] !== null);
  return (
    <>
      {agentColumns.map(({ id, title, columns }) => (
        <MetricTable
          key={id}
          report={report}
          table="agent_metrics_by_period"
          caption={`${caption} by ${periodWord(report).toLowerCase()}: ${title}`}
          columns={isEach ? ['agent', 'period_label', ...columns] : ['period_label', ...columns]}
          rows={rows}
          whenEmpty={noAgents}
        />
      ))}
    </>
  );
}
