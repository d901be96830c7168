import type { TableId } from '../metrics/catalog.js';
import type { StepId } from '../metrics/compute.js';
import type { OptionName } from '../options/catalog.js';
import type { ReportOptions } from '../options/options.js';

/** What a session keeps of a report for the next one: relations, tables, what is said of rows, and who closed chats. */
type Part = 'range' | 'chats' | 'rows' | 'days' | 'closers' | StepId | TableId;

/** Nothing is computed from these: they say how it is shown, or what it is set beside. */
const shown: readonly OptionName[] = ['smallN', 'created', 'compare'];
const hours: readonly OptionName[] = ['businessHours', 'holidays'];
const measures: readonly OptionName[] = [...hours, 'responseTarget', 'csatSatisfied'];
const periods: readonly OptionName[] = ['period', 'weekStart'];
/** What decides which chats there are, who closed them and when: all but these. */
const beside: readonly OptionName[] = [...shown, ...measures, ...periods, 'csatScale', 'timeoutReasons'];

/** The options that a part does not rest on; it rests on every other. */
const besides: Readonly<Record<Part, readonly OptionName[]>> = {
  range: [...shown, 'businessHours', 'responseTarget', 'csatSatisfied', 'csatScale', 'timeoutReasons'],
  chats: [...shown, ...measures],
  rows: [...shown, ...measures, ...periods, 'timeoutReasons'],
  days: [...shown, ...periods],
  closers: beside,
  agent_sums: [...shown, ...hours, 'timeoutReasons'],
  agent_percentiles: [...shown, ...measures, 'csatScale', 'timeoutReasons'],
  agent_measures: [...shown, ...hours, 'timeoutReasons'],
  agent_hours_measures: [...shown, 'responseTarget', 'csatSatisfied', 'timeoutReasons'],
  agent_figures: [...shown, 'timeoutReasons'],
  agent_shifts: beside,
  activity_measures: beside,
  agent_slots: beside,
  chat_metrics: [...shown, ...hours, 'responseTarget'],
  agent_metrics: [...shown, 'timeoutReasons'],
  agent_metrics_by_period: [...shown, 'timeoutReasons'],
  half_hourly_chats: beside,
  weekday_half_hourly_chats: beside,
  closing_reasons: beside,
  agent_activity: beside,
  agent_activity_by_shift: beside,
};

/** Parts of earlier reports on the same files, each for the options that it was made under last. */
export class KnownParts {
  readonly #parts = new Map<Part, { key: string; value: unknown }>();

  has(part: Part, options: ReportOptions): boolean {
    return this.#parts.get(part)?.key === keyOf(part, options);
  }

  /** What is known of a part under some options, else what is made now; where that fails, nothing is known of it. */
  async make<Value>(part: Part, options: ReportOptions, make: () => Promise<Value>): Promise<Value> {
    if (this.has(part, options)) return this.#parts.get(part)?.value as Value;
    this.forget(part);
    const value = await make();
    this.#parts.set(part, { key: keyOf(part, options), value });
    return value;
  }

  forget(...parts: readonly Part[]): void {
    for (const part of parts) this.#parts.delete(part);
  }
}

function keyOf(part: Part, options: ReportOptions): string {
  return JSON.stringify(
    Object.entries(options).filter(([name]) => !besides[part].includes(name as OptionName)),
  );
}
