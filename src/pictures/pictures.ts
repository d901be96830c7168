import type { Report } from '../report/report.js';
import { activityPicture } from './activity.js';
import { agentsByCsatPicture, agentsByResolutionPicture, agentsByResponsePicture } from './agents.js';
import { agentsByPeriodPicture, closersByPeriodPicture } from './courses.js';
import { csatHoursPicture } from './csat-hours.js';
import { halfHourPicture } from './half-hours.js';
import { weekChatsPicture, weekConcurrentPicture } from './heat-map.js';
import { periodPicture } from './periods.js';
import type { Picture } from './picture.js';
import { reasonsPicture } from './reasons.js';

/** Every picture of a report, by name: what it shows is decided here, how it looks by each face. */
export const pictures = {
  periods: periodPicture,
  closersByPeriod: closersByPeriodPicture,
  halfHours: halfHourPicture,
  weekChats: weekChatsPicture,
  weekConcurrent: weekConcurrentPicture,
  reasons: reasonsPicture,
  csatHours: csatHoursPicture,
  agentsByCsat: agentsByCsatPicture,
  agentsByResponse: agentsByResponsePicture,
  agentsByResolution: agentsByResolutionPicture,
  agentsByPeriod: agentsByPeriodPicture,
  activity: activityPicture,
} as const satisfies Record<string, (report: Report) => Picture>;

export type PictureName = keyof typeof pictures;
