import { activityCases } from './activity.js';
import { agentCases } from './agents.js';
import type { Case } from './case.js';
import { deflectionCases } from './deflection.js';
import { faultCases } from './faults.js';
import { fieldCases } from './fields.js';
import { halfHourCases } from './half-hours.js';
import { nameCases } from './names.js';
import { periodCases } from './periods.js';
import { rangeCases } from './ranges.js';
import { ratingCases } from './ratings.js';
import { rowCases } from './rows.js';
import { shiftCases } from './shifts.js';
import { zoneCases } from './zones.js';

/** Small files whose expected figures were computed by hand from metrics.md. */
export const cases: Case[] = [
  ...activityCases,
  ...shiftCases,
  ...halfHourCases,
  ...agentCases,
  ...ratingCases,
  ...rowCases,
  ...faultCases,
  ...rangeCases,
  ...nameCases,
  ...periodCases,
  ...deflectionCases,
  ...zoneCases,
  ...fieldCases,
];
