import type { FilePlan } from '../../chats/file-plan.js';
import { unusableInput } from '../../errors.js';
import type { Database } from './database.js';
import { rowsTable } from './raw-chats-sql.js';

/**
 * Makes sure that at least so many rows of a file are in its table: an engine that loses rows must not give a report.
 * @throws UserError `rows_lost` when fewer arrived.
 */
export async function checkArrived(
  database: Database,
  ordinal: number,
  { file }: FilePlan,
  expected: number,
): Promise<void> {
  if (expected === 0) return;
  const [row] = await database.query(`select count(*) as rows from ${rowsTable(ordinal)}`);
  const arrived = Number(row?.['rows'] ?? 0);
  if (arrived >= expected) return;
  throw unusableInput(
    'rows_lost',
    `${file.name} has at least ${expected.toLocaleString('en')} rows, but ${database.name} read ${arrived.toLocaleString('en')}.`,
    'Read it again; if it stays so, this is a fault of the program: please report it.',
    { file: file.name },
  );
}
