import type { PlainError } from '../protocol.js';

/** A way on from an error. */
export type WayOn = 'choose' | 'again' | 'columns' | 'settings' | 'filters' | 'back' | 'rejects';

/** Errors in the choice of the file itself: nothing but another file helps. */
const ofTheFile = new Set(
  `empty_file no_table symbolic_link data_interchange password_protected office_document html_file
  pdf_file image_file unknown_archive utf_32_text binary_file no_chats_but_totals too_big_for_browser no_files`.split(
    /\s+/,
  ),
);

/** Errors of the browser itself: nothing on this page helps. */
const ofTheBrowser = new Set(['browser_too_old']);

/** Errors that go away when the work is done once more, with a new engine. */
const passing = new Set(['engine_failed', 'worker_failed', 'rows_lost', 'bug', 'cannot_read', 'cancelled']);

/** Errors in what is chosen for the report. */
const ofTheSettings = new Set(['bad_value', 'empty_range', 'csat_satisfied', 'unknown_option']);

/** Errors in what the report is filtered by. */
const ofTheFilters = new Set(['unknown_name', 'no_chats_in_range']);

/** What a user can do about an error, the most likely first. */
export function waysOn({ code }: PlainError, { isFiltered, hasColumns, hasReport }: Circumstances): WayOn[] {
  const back: WayOn[] = hasReport ? ['back'] : [];
  if (ofTheBrowser.has(code)) return back;
  if (ofTheFile.has(code)) return ['choose', ...back];
  if (passing.has(code)) return ['again', 'choose', ...back];
  if (isFiltered && ofTheFilters.has(code)) return ['filters', ...back];
  if (ofTheSettings.has(code)) return hasReport ? ['settings', 'choose'] : ['again', 'choose'];
  const rejects: WayOn[] = code === 'all_rejected' ? ['rejects'] : [];
  const filters: WayOn[] = isFiltered ? ['filters'] : [];
  const columns: WayOn[] = hasColumns ? ['columns'] : [];
  return [...filters, ...columns, ...rejects, 'choose', ...back];
}

export interface Circumstances {
  isFiltered: boolean;
  /** The columns of the file are known and can be changed. */
  hasColumns: boolean;
  /** There is a report that was made before. */
  hasReport: boolean;
}

/** The worker of the page broke down. */
export function engineStopped(what: string): PlainError {
  return {
    code: 'worker_failed',
    message: `The part of the page that computes has stopped${what ? `: ${what}` : '.'}`,
    hint: 'Try again. If the file is big, make the report on the command line: chat-metrics report FILE',
  };
}
