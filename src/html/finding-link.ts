import type { Finding } from '../presentation/findings/findings.js';

const anchors: Partial<Record<Finding['table'], string>> = {
  chat_metrics: 'table-chats',
  half_hourly_chats: 'table-half-hours',
  weekday_half_hourly_chats: 'table-week-chats',
  closing_reasons: 'table-reasons',
  agent_activity: 'table-activity',
  data_quality: 'quality',
};

/** The id of the part of the HTML report that has the figures of a finding. */
export function tableOfFinding({ id, table, figures }: Finding): string {
  if (table !== 'agent_metrics') return anchors[table] ?? 'tables';
  const about = `${id} ${String(figures['metric'] ?? '')}`;
  if (about.includes('first_response')) return 'table-agents-response';
  return about.includes('resolution') ? 'table-agents-resolution' : 'table-agents-csat';
}
