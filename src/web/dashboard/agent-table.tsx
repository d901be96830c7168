import { useState } from 'preact/hooks';
import { allAgents, catalog } from '../../metrics/catalog.js';
import { headingOf, meaningOf, wordingOf } from '../../metrics/wording.js';
import type { Metric } from '../../metrics/metric.js';
import { valueInWords } from '../../presentation/values.js';
import { fewInWords, restsOnFew } from '../../presentation/small-n.js';
import type { Report, Row } from '../../report/report.js';
import {
  agentFigures,
  agentRows,
  foundRows,
  nextOrder,
  sortedRows,
  usualFigures,
  type Order,
} from './agent-rows.js';
import { ColumnChoice } from './column-choice.js';
import { CopyButton } from './copy-button.js';
import { useRemembered } from './remembered.js';
import { agentsAsText } from './agent-text.js';

interface AgentTableProps {
  report: Report;
  chosen: ReadonlySet<string>;
  onPick: (agent: string, isAdded: boolean) => void;
}

const mostAtFirst = 100;

/** All agents: sorted by any column, searched, with the columns that the user wants. */
export function AgentTable({ report, chosen, onPick }: AgentTableProps) {
  const [order, setOrder] = useState<Order>({ column: 'chats_resolved', isDescending: true });
  const [search, setSearch] = useState('');
  const [isWhole, setWhole] = useState(false);
  const [names, setNames] = useRemembered('agent-columns', usualFigures);
  const figures = agentFigures.filter(({ id }) => names.includes(id));
  const { overall, agents } = agentRows(report);
  const found = sortedRows(foundRows(agents, search), order);
  const shown = isWhole ? found : found.slice(0, mostAtFirst);
  if (agents.length === 0) return <p class="card say">{catalog.agent_metrics.whenEmpty}</p>;
  return (
    <div class="card agent-card">
      <div class="card-head">
        <h3>Every agent</h3>
        <Controls
          {...{ report, search, names }}
          onSearch={setSearch}
          onNames={setNames}
          copy={() => agentsAsText(report, figures, [...(overall ? [overall] : []), ...found])}
        />
      </div>
      <p class="say">
        {`${fewInWords(report.options.small_n)} `}
        <span class="on-screen">Pick a name to see that agent alone.</span>
      </p>
      <section class="scroll" aria-label="Every agent" tabIndex={0}>
        <table>
          <caption class="unseen">Every agent</caption>
          <Head
            report={report}
            figures={figures}
            order={order}
            onOrder={(id) => setOrder(nextOrder(order, id))}
          />
          <tbody>
            {overall && <Line {...{ report, figures, row: overall }} />}
            {shown.map((row) => (
              <Line key={row['agent']} {...{ report, figures, row, chosen, onPick }} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="after" role="status">
        {search && `${String(found.length)} of ${String(agents.length)} agents.`}
      </p>
      {shown.length < found.length && (
        <button
          type="button"
          onClick={() => setWhole(true)}
        >{`Show all ${String(found.length)} agents`}</button>
      )}
    </div>
  );
}

interface ControlsProps {
  report: Report;
  search: string;
  names: readonly string[];
  onSearch: (text: string) => void;
  onNames: (names: readonly string[]) => void;
  copy: () => string;
}

function Controls({ report, search, names, onSearch, onNames, copy }: ControlsProps) {
  return (
    <div class="table-controls">
      <input
        type="search"
        aria-label="Search agents"
        placeholder="Search agents"
        value={search}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
      <ColumnChoice report={report} names={names} onChange={onNames} />
      <CopyButton text={copy} label="Copy" what="the table of agents" />
    </div>
  );
}

interface HeadProps {
  report: Report;
  figures: readonly Metric[];
  order: Order;
  onOrder: (column: string) => void;
}

function Head({ report, figures, order, onOrder }: HeadProps) {
  const wording = wordingOf(report.options);
  const columns = [
    { id: 'agent', heading: 'Agent', meaning: '' },
    ...figures.map((metric) => ({
      id: metric.id,
      heading: headingOf(metric, wording),
      meaning: meaningOf(metric, wording),
    })),
  ];
  return (
    <thead>
      <tr>
        {columns.map(({ id, heading, meaning }) => (
          <th key={id} scope="col" aria-sort={sortOf(order, id)}>
            <button
              type="button"
              class="sort"
              {...(meaning ? { title: meaning } : {})}
              onClick={() => onOrder(id)}
            >
              {heading}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function sortOf({ column, isDescending }: Order, id: string): 'ascending' | 'descending' | 'none' {
  if (column !== id) return 'none';
  return isDescending ? 'descending' : 'ascending';
}

interface LineProps extends Omit<Partial<AgentTableProps>, 'report'> {
  report: Report;
  figures: readonly Metric[];
  row: Row;
}

function Line({ report, figures, row, chosen, onPick }: LineProps) {
  const agent = row['agent'];
  const isChosen = typeof agent === 'string' && chosen?.has(agent) === true;
  const isFaint = chosen !== undefined && chosen.size > 0 && !isChosen;
  return (
    <tr class={agent === null ? 'overall' : isFaint ? 'faint' : ''}>
      <th scope="row">
        {typeof agent === 'string' && onPick ? (
          <button
            type="button"
            class="name"
            aria-pressed={isChosen}
            onClick={(event) => onPick(agent, event.ctrlKey || event.metaKey || event.shiftKey)}
          >
            <bdi>{agent}</bdi>
          </button>
        ) : (
          allAgents
        )}
      </th>
      {figures.map((metric) => (
        <td key={metric.id} class={restsOnFew(metric, row, report.options.small_n) ? 'few' : ''}>
          {valueInWords(metric, row[metric.id])}
        </td>
      ))}
    </tr>
  );
}
