import { metricOf, overallRow } from '../metrics/catalog.js';
import { keyMetrics, type KeyMetric } from '../metrics/key-metrics.js';
import type { Metric, Unit } from '../metrics/metric.js';
import { meaningOf, shortName, wordingOf, type Wording } from '../metrics/wording.js';
import type { Report, Row, Value } from '../report/report.js';
import { changeBasis, periodSides, type Side } from './change-basis.js';
import { changeOf, figureInWords, timeInWords, type Change } from './figures.js';
import { restsOnFew } from './small-n.js';

/** One key figure of a report. */
export interface KeyFigure extends Pick<KeyMetric, 'table' | 'id' | 'word'> {
  metric: Metric;
  label: string;
  /** What it measures, as the catalog says. */
  meaning: string;
  unit: Unit;
  /** Over the whole range; null where nothing can be measured. */
  value: Value;
  /** The value as people read it: `62.8%`, `17 min 3 s`. */
  shown: string;
  /** One line that says how to read it. */
  detail: string;
  /** Between the two sides of the report's `changeBasis`; null where it cannot be told. */
  change: Change | null;
  /** Which way is good; null: neither. */
  better: 'higher' | 'lower' | null;
  /** Name of the key figure without which this one flatters, or says too little: both are told together. */
  twin: string | null;
  /** The figure of each period, in order; null too where it rests on few. */
  series: (number | null)[];
}

/** The key figures of a report, in the order in which they are shown. */
export function keyFigures(report: Report): KeyFigure[] {
  const basis = changeBasis(report);
  const periods = periodSides(report);
  const wording = wordingOf(report.options);
  return keyMetrics.map((key) => {
    const { table, id, twin = null } = key;
    const metric = metricOf(table, id);
    const overall: Row = overallRow(table, report.tables[table]) ?? {};
    const value = overall[id] ?? null;
    const valueIn = (of: Side | undefined) => of?.[table][id] ?? null;
    return {
      ...key,
      metric,
      label: shortName(metric, wording).replace(' (seconds)', ''),
      meaning: meaningOf(metric, wording),
      unit: metric.unit,
      better: metric.better ?? null,
      twin,
      value,
      shown: shownAs(metric.unit, value),
      detail: value === null ? 'nothing to measure' : detailOf(key, overall, wording),
      change: changeOf(metric.unit, valueIn(basis?.current), valueIn(basis?.previous)),
      series: periods.map((period) => {
        const isFirm = !restsOnFew(metric, period[table], report.options.small_n);
        return isFirm ? numberOr(valueIn(period)) : null;
      }),
    };
  });
}

function detailOf({ table, detail }: KeyMetric, row: Row, wording: Wording): string {
  return detail.replace(/\{(\w+)\}/g, (_, name: string) =>
    name in wording ? inShort(wording[name] ?? '') : shownAs(metricOf(table, name).unit, row[name]),
  );
}

const shownAs = (unit: Unit, value: Value | undefined): string =>
  unit === 'seconds' && typeof value === 'number' ? timeInWords(value) : figureInWords(unit, value);

/** `1 minute 30 seconds` -> `1 min 30 s`, for a line of a tile. */
const inShort = (duration: string): string =>
  duration
    .replace(/ hours?/, ' h')
    .replace(/ minutes?/, ' min')
    .replace(/ seconds?/, ' s');

const numberOr = (value: Value) => (typeof value === 'number' ? value : null);
