import type { FilePlan } from '../../reading/plan.js';
import { unusableInput } from '../../errors.js';
import type { Database } from './database.js';

/**
 * Makes sure that at least so many rows of a file are in its table: an engine that loses rows must not give a report.
 * @throws UserError `rows_lost` when fewer arrived.
 */
export function checkArrived(
  arrived: number,
  expected: number,
  { file }: FilePlan,
  database: Pick<Database, 'name'>,
): void {
  if (arrived >= expected) return;
  throw unusableInput(
    'rows_lost',
    `${file.name} has at least ${expected.toLocaleString('en')} rows, but ${database.name} read ${arrived.toLocaleString('en')}.`,
    'Read it again; if it stays so, this is a fault of the program: please report it.',
    { file: file.name },
  );
}
