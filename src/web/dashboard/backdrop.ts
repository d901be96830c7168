import { useRef } from 'preact/hooks';
import { optionCatalog } from '../../options/catalog.js';
import type { Report } from '../../report/report.js';
import type { Settings } from '../state/settings.js';
import type { Dimension } from './filters.js';

/** The options of a report that filter by a dimension. */
const optionsOf: Record<Dimension, readonly (keyof Report['options'])[]> = {
  period: ['from', 'to'],
  halfHour: ['half_hour'],
  cell: ['weekday', 'half_hour'],
  agent: ['agent'],
  closingReason: ['closing_reason'],
};

/** What two reports share that differ at most in the filter of a dimension. */
export function sameButFor(dimension: Dimension, { options, source }: Report, settings: Settings): string {
  const others = Object.entries(options).filter(
    ([name]) => !optionsOf[dimension].some((option) => option === name),
  );
  const range = dimension === 'period' ? [settings.from, settings.to] : [];
  return JSON.stringify([source.files.map(({ name, bytes }) => [name, bytes]), others, range]);
}

/** Is a report of all marks of a dimension? */
export function isUnfiltered(dimension: Dimension, { options }: Report, settings: Settings): boolean {
  if (dimension === 'period')
    return options.from === moment(settings.from) && options.to === moment(settings.to);
  return optionsOf[dimension].every((name) => (options[name] as readonly string[]).length === 0);
}

function moment(value: unknown): string | null {
  try {
    return optionCatalog.from.parse(value, 'from');
  } catch {
    return null;
  }
}

/**
 * The report that a chart of a dimension draws: while it is filtered by its own marks, the last report that is not, so that the
 * other marks stay in sight and can be picked.
 */
export function useBackdrop(dimension: Dimension, report: Report, settings: Settings): Report {
  const kept = useRef<{ key: string; report: Report } | null>(null);
  const key = sameButFor(dimension, report, settings);
  if (isUnfiltered(dimension, report, settings)) kept.current = { key, report };
  return kept.current?.key === key ? kept.current.report : report;
}
