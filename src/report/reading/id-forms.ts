import type { IdField, IdForm, IdForms, Sql } from '../../engines/engine.js';
import { clean } from '../../files/text.js';
import { likeNotes } from './id-likeness.js';
import type { ReadFile } from './read-file.js';

const idFields: readonly IdField[] = ['chat_id', 'user_id'];

/** What an id of each form is like, for SQL and for here. */
const patterns: Record<IdForm, string> = { decimal: '^[0-9]+[.]0+$', padded: '^[0-9]+$' };

/** The ids of one column of a file. */
interface IdColumn {
  file: ReadFile;
  field: IdField;
  ids: string[];
  form: IdForm | 'plain' | 'mixed' | null;
}

/** How the ids of each file are made comparable, and what to say of that. */
export interface FoundIdForms {
  byFile: ReadonlyMap<number, IdForms>;
  notes: string[];
}

/**
 * Finds columns whose ids are numbers that all have a longer form than a number has (`1008.0`, `00001008`): these are compared
 * without it; zeros in front only where ids of another file have none, or fewer. Reads `raw_chats` where the first rows say so.
 */
export async function findIdForms(files: readonly ReadFile[], engine: Sql): Promise<FoundIdForms> {
  const byFile = new Map<number, IdForms>();
  const notes: string[] = [];
  for (const field of idFields) {
    const columns = files.flatMap((file) => columnOf(file, field));
    notes.push(
      ...likeNotes(
        field,
        columns.filter(isAsWritten).flatMap(({ ids }) => ids),
      ),
    );
    for (const column of columns) {
      const { file, form, ids } = column;
      if (form === 'mixed') notes.push(mixedNote(column));
      if (form !== 'decimal' && (form !== 'padded' || !columns.some((other) => isOther(column, other))))
        continue;
      if (!(await areAll(column, form, engine))) continue;
      byFile.set(file.ordinal, { ...byFile.get(file.ordinal), [field]: form });
      notes.push(formNote(file, field, form, ids[0] ?? ''));
    }
  }
  return { byFile, notes };
}

/** Ids with a decimal part are told of by themselves. */
const isAsWritten = ({ form }: IdColumn): boolean => form !== 'decimal' && form !== 'mixed';

function columnOf(file: ReadFile, field: IdField): IdColumn[] {
  const { plan } = file;
  const place = plan.columns[field];
  if (place === undefined || plan.file.isTable) return [];
  const ids = plan.sample.flatMap((row) => clean(row[place] ?? '') ?? []);
  return [{ file, field, ids, form: formOf(ids) }];
}

/** The form of some ids; null where they are no numbers. */
export function formOf(ids: readonly string[]): IdColumn['form'] {
  const isDecimal = new RegExp(patterns.decimal);
  if (ids.length === 0) return null;
  if (ids.every((id) => isDecimal.test(id))) return 'decimal';
  if (!ids.every((id) => /^\d+(\.0+)?$/.test(id))) return null;
  if (ids.some((id) => isDecimal.test(id))) return 'mixed';
  const width = ids[0]?.length;
  const isPadded = ids.some((id) => /^0\d/.test(id)) && ids.every((id) => id.length === width);
  return isPadded ? 'padded' : 'plain';
}

/** Whether another column has ids that are numbers of another form. */
function isOther({ file, ids }: IdColumn, other: IdColumn): boolean {
  if (other.file === file || other.form === null) return false;
  return other.form !== 'padded' || other.ids[0]?.length !== ids[0]?.length;
}

/** Whether all rows bear out what the first ones say. */
async function areAll({ file, field, ids }: IdColumn, form: IdForm, engine: Sql): Promise<boolean> {
  const width = form === 'padded' ? ` or length(${field}) <> ${String(ids[0]?.length ?? 0)}` : '';
  const [row] = await engine.query(
    `select count(*) as others from raw_chats where source_file = ${String(file.ordinal)}
      and ${field} is not null and (not regexp_matches(${field}, '${patterns[form]}')${width})`,
  );
  return Number(row?.['others']) === 0;
}

function formNote({ plan }: ReadFile, field: IdField, form: IdForm, id: string): string {
  const plain = form === 'decimal' ? id.replace(/\..*/, '') : id.replace(/^0+(?=\d)/, '');
  const written = form === 'decimal' ? 'with a decimal part of zero' : 'with zeros in front';
  return `${plan.file.name}: every ${field} is written ${written}, such as ${id}: it is compared as ${plain}.`;
}

function mixedNote({ file, field, ids }: IdColumn): string {
  const decimal = ids.find((id) => id.includes('.')) ?? '';
  const plain = ids.find((id) => !id.includes('.')) ?? '';
  return `${file.plan.file.name}: some values of ${field} are written as ${decimal}, others as ${plain}: they are compared as they stand, so that ${decimal} and ${decimal.replace(/\..*/, '')} are two. Write them in one way if they are the same.`;
}
