import { catalog } from '../../metrics/catalog.js';

const all = catalog.agent_metrics.columns.map(({ id }) => id);

/** Columns from one name up to the one before another. */
function between(from: string, before?: string): string[] {
  const end = before === undefined ? all.length : all.indexOf(before);
  return all.slice(all.indexOf(from), end);
}

/** The columns of agent metrics in groups that fit on a page. */
export const agentColumns = [
  { id: 'response', title: 'first response', columns: between('chats_resolved', 'resolution_chats') },
  {
    id: 'resolution',
    title: 'resolution, handling and waiting',
    columns: between('resolution_chats', 'csat_avg'),
  },
  { id: 'csat', title: 'customer satisfaction', columns: between('csat_avg') },
] as const;
