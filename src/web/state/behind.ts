import type { ReportOptionsSpec } from '../../options/options.js';
import type { Report } from '../../report/report.js';
import { optionsOf, type Dimension, type Filters, type Settings } from './settings.js';

/**
 * Reports behind a filtered one, by the dimension whose charts show them: with all filters but those of that dimension, so that
 * its other marks stay in sight and can be picked. A dimension without a filter has none.
 */
export type Behind = Readonly<Partial<Record<Dimension, Report>>>;

/** The filters that a chart of a dimension sets by its marks. */
const ownFilters: Record<Dimension, readonly (keyof Filters)[]> = {
  period: ['period'],
  halfHour: ['halfHour'],
  cell: ['weekday', 'halfHour'],
  agent: ['agent'],
  closingReason: ['closingReason'],
};

/** The options of the reports behind a filtered one, by dimension. */
export function optionsBehind(settings: Settings, filters: Filters): [Dimension, ReportOptionsSpec][] {
  const dimensions = Object.keys(ownFilters) as Dimension[];
  return dimensions
    .filter((dimension) => ownFilters[dimension].some((name) => isOn(filters[name])))
    .map((dimension) => [dimension, optionsOf(settings, without(filters, ownFilters[dimension]))]);
}

const isOn = (filter: Filters[keyof Filters]): boolean =>
  Array.isArray(filter) ? filter.length > 0 : filter !== undefined;

function without(filters: Filters, names: readonly (keyof Filters)[]): Filters {
  return Object.fromEntries(
    Object.entries(filters).filter(([name]) => !names.includes(name as keyof Filters)),
  );
}

/** Reports of the open files that may stand behind another, by their options. */
export class ReportsBehind {
  #kept = new Map<string, Report>();
  #wanted: [Dimension, string][] = [];
  #shown: Behind = {};

  /** Of other files, or of files read anew. */
  clear(): void {
    this.#kept.clear();
    this.#wanted = [];
    this.#shown = {};
  }

  /** Takes a report with what it was made of; gives the options of those behind it that are not there yet, each once. */
  show(report: Report, settings: Settings, filters: Filters): ReportOptionsSpec[] {
    const behind = optionsBehind(settings, filters);
    const own = JSON.stringify(optionsOf(settings, filters));
    this.#wanted = behind.map(([dimension, options]) => [dimension, JSON.stringify(options)]);
    const needed = new Set([own, ...this.#wanted.map(([, key]) => key)]);
    this.#kept.set(own, report);
    for (const key of this.#kept.keys()) if (!needed.has(key)) this.#kept.delete(key);
    const lacking = new Map(behind.map(([, options]) => [JSON.stringify(options), options]));
    for (const key of this.#kept.keys()) lacking.delete(key);
    return [...lacking.values()];
  }

  keep(options: ReportOptionsSpec, report: Report): void {
    this.#kept.set(JSON.stringify(options), report);
  }

  /** What stands behind the report that is shown; until one is made, the one before it for that dimension. */
  now(): Behind {
    const entries = this.#wanted.map(
      ([dimension, key]) => [dimension, this.#kept.get(key) ?? this.#shown[dimension]] as const,
    );
    this.#shown = Object.fromEntries(entries.filter(([, report]) => report !== undefined));
    return this.#shown;
  }
}
