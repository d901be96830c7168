import { agentParts } from '../../metrics/agent-metrics.js';
import { allAgents, isOverall } from '../../metrics/catalog.js';
import { periodWord } from '../../presentation/report-in-words.js';
import type { Report, Row } from '../../report/report.js';
import { fewInWords } from '../../presentation/small-n.js';
import { MetricTable, type MetricTableProps } from './metric-table.js';
import { WeekdayTables } from './weekday-tables.js';

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
        />
        {isPartial && <p class="after">* Not wholly inside the range, so its counts are not comparable.</p>}
        <MetricTable
          report={report}
          id="table-half-hours"
          table="half_hourly_chats"
          caption="Chats by half hour of the day"
        />
        <WeekdayTables report={report} />
        <MetricTable report={report} id="table-reasons" table="closing_reasons" caption="Closing reasons" />
      </div>
      <AgentTables report={report} />
    </section>
  );
}

const isWhole = (row: Row) => isOverall('agent_metrics_by_period', row);

function AgentTables({ report }: { report: Report }) {
  const periods = report.tables.agent_metrics_by_period;
  const byPeriod = { report, table: 'agent_metrics_by_period' } as const;
  const each = `by ${periodWord(report).toLowerCase()}`;
  return (
    <div class="block">
      <h3>Agents</h3>
      <p class="say">Every n is the number of chats behind the figures after it.</p>
      <AgentParts
        report={report}
        table="agent_metrics"
        id="table-agents"
        caption="Agents"
        names={['agent']}
      />
      <MetricTable
        report={report}
        id="table-activity"
        table="agent_activity"
        caption="Agent activity (times as h:mm:ss)"
      />
      <AgentParts
        {...byPeriod}
        caption={`${allAgents} ${each}`}
        names={['period_label']}
        rows={periods.filter(isWhole)}
      />
      <AgentParts
        {...byPeriod}
        caption={`Each agent ${each}`}
        names={['agent', 'period_label']}
        rows={periods.filter((row) => !isWhole(row))}
      />
      <MetricTable
        report={report}
        id="table-shifts"
        table="agent_activity_by_shift"
        caption="Agent activity by shift (times as h:mm:ss)"
      />
    </div>
  );
}

type AgentPartsProps = Omit<MetricTableProps, 'columns'> & { names: readonly string[] };

/** The figures of agents in three tables, after the columns that name their rows. */
function AgentParts({ id, caption, names, ...rest }: AgentPartsProps) {
  return (
    <>
      {agentParts.map((part) => (
        <MetricTable
          key={part.id}
          {...rest}
          {...(id ? { id: `${id}-${part.id}` } : {})}
          caption={`${caption}: ${part.title}`}
          columns={[...names, ...part.columns.map((metric) => metric.id)]}
        />
      ))}
    </>
  );
}
