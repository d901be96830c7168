import { agentActivity, agentActivityByShift } from './activity.js';
import { agentMetrics, agentMetricsByPeriod } from './agent-metrics.js';
import { chatMetrics, closingReasons } from './chat-metrics.js';
import { averagedRange } from './edge-days.js';
import { halfHourlyChats, weekdayHalfHourlyChats } from './half-hours.js';
import { intake } from './intake.js';
import { blankActivity, blankLacking } from './lacking-fields.js';
import { periodsOf, reportRange } from './periods.js';
import type { RefChat, RefOptions, RefTables } from './types.js';
import { describeChats } from './used-chats.js';

export type { RefChat, RefOptions, RefTables } from './types.js';

/**
 * Every table of metrics.md, computed plainly, one chat at a time.
 * Takes the readable rows in reading order, total options, and how many further rows were rejected.
 */
export function computeReference(chats: RefChat[], options: RefOptions, rejected = 0): RefTables {
  const { used, inside, quality } = intake(chats, options, rejected);
  const described = describeChats(used, inside, options);
  const range = reportRange(inside, options);
  const averaged = averagedRange(inside, range, options);
  const periods = periodsOf(range, options);
  const hasReasons = options.hasField.closing_reason !== false;
  return {
    chat_metrics: blankLacking(chatMetrics(described, periods, options), options),
    agent_metrics: blankLacking(agentMetrics(described, options), options),
    agent_metrics_by_period: blankLacking(agentMetricsByPeriod(described, periods, options), options),
    half_hourly_chats: halfHourlyChats(described, averaged, options),
    weekday_half_hourly_chats: blankLacking(weekdayHalfHourlyChats(described, averaged, options), options),
    closing_reasons: hasReasons ? closingReasons(described) : [],
    agent_activity: blankActivity(agentActivity(described, options), options),
    agent_activity_by_shift: agentActivityByShift(described, options),
    data_quality: quality,
  };
}
