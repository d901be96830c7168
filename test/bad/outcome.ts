import type { Report } from '../../src/index.js';
import { UserError } from '../../src/index.js';

/** How the reading of a bad file must end: in an error that people can act on ... */
export interface ErrorOutcome {
  exitCode: number;
  code: string;
  error: string;
  hint: string;
}

/** ... or in a report, whose rows are accounted for. */
export interface ReportOutcome {
  rows_read: number;
  rows_used: number;
  rows_rejected: number;
  rows_duplicate: number;
  rejected_by_reason: Record<string, number>;
  /** Lines of the first rejected rows. */
  rejected_lines: number[];
  warnings: Record<string, number>;
  notes: string[];
  figures: Record<string, unknown>;
}

export type Outcome = ErrorOutcome | ReportOutcome;

/** An error as it is expected; paths are without the folder. Throws what is no error for people. */
export function ofError(error: unknown, folder: string): ErrorOutcome {
  if (!(error instanceof UserError)) throw error;
  const short = (text: string | undefined): string => (text ?? '').replaceAll(`${folder}/`, '');
  const { exitCode, code } = error;
  return { exitCode, code, error: short(error.message), hint: short(error.hint) };
}

/** A report as it is expected: the account of its rows, what it says of them, and its main figures. */
export function ofReport(report: Report, folder: string): ReportOutcome {
  const quality = report.data_quality;
  return {
    rows_read: quality.rows_read,
    rows_used: quality.rows_used,
    rows_rejected: quality.rows_rejected,
    rows_duplicate: quality.rows_duplicate,
    rejected_by_reason: Object.fromEntries(
      quality.rejected_by_reason.map(({ reason, rows }) => [reason, rows]),
    ),
    rejected_lines: quality.rejected_examples.map(({ line }) => line),
    warnings: Object.fromEntries(quality.warnings.map(({ kind, rows }) => [kind, rows])),
    notes: quality.notes.map((note) => note.replaceAll(`${folder}/`, '')),
    figures: figures(report),
  };
}

function figures({ source, tables }: Report): Record<string, unknown> {
  const [chats = {}] = tables.chat_metrics;
  const [agents = {}] = tables.agent_metrics;
  return {
    first_chat_at: source.first_chat_at,
    last_chat_at: source.last_chat_at,
    ...picked(chats, ['unique_users', 'closed_by_bot', 'closed_by_agents', 'open_chats']),
    ...picked(agents, ['first_response_avg_seconds', 'resolution_avg_seconds', 'csat_avg']),
    agents: tables.agent_metrics.slice(1).map((row) => row['agent']),
    closing_reasons: tables.closing_reasons.map((row) => row['closing_reason']),
  };
}

function picked(row: Readonly<Record<string, unknown>>, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}
