import type { Report } from '../report/report.js';
import type { Gzip } from './chats/gzip.js';
import { comparedAgentsSheets } from './sheets/compared-agents.js';
import { contextOf, type Context } from './sheets/context.js';
import { dataQualitySheet } from './sheets/data-quality.js';
import { definitionsSheet } from './sheets/definitions.js';
import { heatMapSheet } from './sheets/heat-map.js';
import {
  agentActivity,
  agentActivityByShift,
  agentMetrics,
  agentMetricsByPeriod,
  chatMetrics,
  closingReasons,
  halfHourlyChats,
} from './sheets/metric-sheets.js';
import { summarySheet } from './sheets/summary.js';
import { tableSheet } from './sheets/table-sheet.js';
import { filesInWords, rangeInWords } from '../presentation/report-in-words.js';
import type { Sheet, Workbook } from './workbook.js';
import { writeWorkbook } from './write.js';

/**
 * The workbook of a report, as plain data: every figure of the report, laid out for people; last the sheets of its chats,
 * if it is to have them.
 */
export function reportWorkbook(report: Report, chatSheets?: (context: Context) => Sheet[]): Workbook {
  const context = contextOf(report, chatSheets !== undefined);
  return {
    properties: {
      title: 'Chat Report',
      subject: rangeInWords(report),
      description: `Made by Chat Metrics from ${filesInWords(report)}.`,
      created: report.options.created ?? report.source.range_to.slice(0, 10),
    },
    sheets: [
      summarySheet(context),
      tableSheet(context, chatMetrics),
      tableSheet(context, agentMetrics),
      ...comparedAgentsSheets(context),
      tableSheet(context, agentMetricsByPeriod),
      tableSheet(context, halfHourlyChats),
      heatMapSheet(context),
      tableSheet(context, agentActivity),
      tableSheet(context, agentActivityByShift),
      tableSheet(context, closingReasons),
      dataQualitySheet(context),
      definitionsSheet(context),
      ...(chatSheets?.(context) ?? []),
    ],
  };
}

/**
 * A report as the bytes of an .xlsx file; the same report gives the same bytes.
 * `gzip` packs the long tables, by default with what every JavaScript engine has.
 */
export function reportToXlsx(report: Report, gzip?: Gzip): Promise<Uint8Array> {
  return writeWorkbook(reportWorkbook(report), gzip);
}
