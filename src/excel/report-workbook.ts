import type { Report } from '../report/report.js';
import { contextOf } from './sheets/context.js';
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
import type { Workbook } from './workbook.js';
import { writeWorkbook } from './write.js';

/** The workbook of a report, as plain data: every figure of the report, laid out for people. */
export function reportWorkbook(report: Report): Workbook {
  const context = contextOf(report);
  return {
    properties: {
      title: 'Chat Report',
      subject: rangeInWords(report),
      description: `Made by Chat Metrics from ${filesInWords(report)}.`,
      created: report.source.range_to.slice(0, 10),
    },
    sheets: [
      summarySheet(context),
      ...[chatMetrics, agentMetrics, agentMetricsByPeriod, halfHourlyChats].map((spec) =>
        tableSheet(context, spec),
      ),
      heatMapSheet(context),
      ...[agentActivity, agentActivityByShift, closingReasons].map((spec) => tableSheet(context, spec)),
      dataQualitySheet(context),
      definitionsSheet(context),
    ],
  };
}

/** A report as the bytes of an .xlsx file; the same report gives the same bytes. */
export function reportToXlsx(report: Report): Promise<Uint8Array> {
  return writeWorkbook(reportWorkbook(report));
}
