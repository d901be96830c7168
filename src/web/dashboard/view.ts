import type { Report } from '../../report/report.js';
import type { Filters, Settings } from '../state/settings.js';

/** What every part of the dashboard is drawn from. */
export interface DashboardView {
  report: Report;
  settings: Settings;
  filters: Filters;
  onFilter: (filters: Filters) => void;
}
