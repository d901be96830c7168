import type { Report } from '../../report/report.js';
import type { Behind } from '../state/behind.js';
import type { Filters, Settings } from '../state/settings.js';

/** What every part of the dashboard is drawn from. */
export interface DashboardView {
  report: Report;
  /** What charts show that are filtered by their own marks. */
  behind: Behind;
  settings: Settings;
  filters: Filters;
  onFilter: (filters: Filters) => void;
}
