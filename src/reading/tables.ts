import { UserError } from '../errors.js';
import type { SourceFile } from '../files/source.js';
import { unpacked } from '../files/unpack.js';
import { kindOf } from '../files/kind.js';
import { mention } from '../options/mention.js';
import { neededFields } from '../chats/columns.js';
import type { HeadingChoices } from './heading.js';
import { tablesOf, type FoundTable, type FoundTables, type OtherTable } from './look.js';
import { understood, type FileLook } from './understood.js';
import { looseHeadings } from './match-headings.js';
import type { ProfileMatch } from './profiles/choose-profile.js';

/** A table of a file, by a name of its own where there are several, and its first look. */
export interface TableLook {
  file: SourceFile;
  look: FileLook;
  /** The name of the file that it is a table of, where other tables of that are read too; else null. */
  partOf: string | null;
}

/** A table, and the file that it stands for in a report. */
interface Candidate extends FoundTable {
  file: SourceFile;
}

/** The tables of a file, in their order. */
interface Candidates {
  tables: Candidate[];
  others: OtherTable[];
}

/**
 * Looks at the tables of a file that are read as one: the first that has what a report needs, and those with the same
 * headings (sheets of a workbook, files in a zip archive). Of the others a note tells once the first one has been read.
 * @throws UserError when it is empty, is of a kind that cannot be read, or is broken.
 */
export async function lookAtTables(file: SourceFile, choices: HeadingChoices): Promise<TableLook[]> {
  const { tables, others } = await candidatesOf(file, choices);
  const isChosen = choices.sheet.length > 0;
  const first = tables.find(({ match }) => isComplete(match)) ?? best(tables);
  if (!first) return [];
  const isTaken = (table: Candidate): boolean =>
    table === first ||
    (isChosen && table.bytes !== undefined) ||
    (table.isHidden === first.isHidden && hasSameHeadings(table.match, first.match));
  const taken = tables.filter(isTaken);
  const left = [...tables.filter((table) => !isTaken(table)), ...others];
  const looks = await Promise.all(
    taken.map(async (table) => ({ ...table, look: understood(await table.look(), choices) })),
  );
  return looks.map(({ file: one, look, name, bytes }, at) => ({
    file: bytes === undefined || taken.length === 1 ? one : sheetAsFile(one, name, bytes),
    look: at === 0 && left.length > 0 ? withNote(look, left, isChosen) : look,
    partOf: taken.length === 1 ? null : file.name,
  }));
}

/** A slash would part a name from a folder before it. */
function sheetAsFile(file: SourceFile, sheet: string, bytes: number): SourceFile {
  return { ...file, name: `${file.name}, sheet "${sheet.replaceAll(/[\\/]/g, '_')}"`, bytes };
}

/** The first look at the first table of a file. */
export async function lookAtFile(file: SourceFile, choices: HeadingChoices): Promise<FileLook> {
  const [first] = await lookAtTables(file, choices);
  if (!first) throw new Error(`${file.name} has no table.`);
  return first.look;
}

async function candidatesOf(file: SourceFile, choices: HeadingChoices): Promise<Candidates> {
  const kind = await kindOf(file);
  if (kind !== 'gzip' && kind !== 'zstd' && kind !== 'zip')
    return inFile(file, await tablesOf(file, kind, choices));
  const [inner, ...more] = await unpacked(file);
  if (!inner) throw new Error(`${file.name} holds nothing.`);
  if (more.length > 0) return candidatesOfAll([inner, ...more], choices);
  const innerKind = await kindOf(inner);
  const read = innerKind === 'text' && kind === 'gzip' ? file : inner;
  return inFile(file, await tablesOf(read, innerKind, choices));
}

function inFile(file: SourceFile, { tables, others }: FoundTables): Candidates {
  return { tables: tables.map((table) => ({ ...table, file })), others };
}

/** The tables of several files that came in one; a file that is no table is one of the others. */
async function candidatesOfAll(files: readonly SourceFile[], choices: HeadingChoices): Promise<Candidates> {
  const all: Candidates = { tables: [], others: [] };
  let failure: UserError | null = null;
  for (const file of files) {
    try {
      const { tables, others } = inFile(file, await tablesOf(file, await kindOf(file), choices));
      all.tables.push(...tables);
      all.others.push(...others.map((other) => ({ ...other, name: `${file.name}, sheet "${other.name}"` })));
    } catch (error) {
      if (!(error instanceof UserError) || isDamage(error)) throw error;
      failure ??= error;
      all.others.push({ name: file.name, countRows: () => Promise.resolve(null) });
    }
  }
  if (all.tables.length === 0 && failure) throw failure;
  return all;
}

/** Part of a damaged archive may be what was wanted: nothing is made of the rest. */
function isDamage({ code }: UserError): boolean {
  return /^broken_|bomb|too_large|password/.test(code);
}

function isComplete({ profile, columns }: ProfileMatch): boolean {
  const has = (field: string): boolean => columns.some((column) => column.field === field);
  return profile.refused === undefined && neededFields.every(has);
}

function best(tables: readonly Candidate[]): Candidate | undefined {
  return tables.reduce<Candidate | undefined>(
    (one, other) => (one && one.match.score >= other.match.score ? one : other),
    undefined,
  );
}

/** The columns that are used have the same headings, wherever they stand; columns without a field may be others. */
function hasSameHeadings(one: ProfileMatch, other: ProfileMatch): boolean {
  return one.profile.name === other.profile.name && usedHeadings(one) === usedHeadings(other);
}

function usedHeadings({ columns }: ProfileMatch): string {
  const names = looseHeadings(columns.map(({ heading }) => heading));
  const used = columns.flatMap(({ heading, field, condition }, at) =>
    field === null && condition === null
      ? []
      : [`${field ?? ''}|${condition ?? ''}|${names[at]?.[0] ?? heading}`],
  );
  return used.sort().join('\n');
}

/** The same look, whose rows end with a note of the tables that are not read. */
function withNote(look: FileLook, left: readonly OtherTable[], isChosen: boolean): FileLook {
  let note: Promise<string | null> | null = null;
  const { fileNotes, rows } = look;
  return {
    ...look,
    plainCsv: null,
    rows: async function* () {
      yield* rows();
      note ??= leftNote(left, isChosen);
      const text = await note;
      if (text !== null && !fileNotes.includes(text)) fileNotes.push(text);
    },
  };
}

async function leftNote(left: readonly OtherTable[], isChosen: boolean): Promise<string | null> {
  const named: string[] = [];
  const hasSheet = left.some(({ isSheet }) => isSheet);
  for (const { name, isHidden, isSheet, countRows } of left) {
    const rows = await countRows();
    if (rows === 0 && isSheet) continue;
    const size =
      rows === null
        ? 'no table that can be read'
        : rows === 1
          ? '1 row'
          : `${rows.toLocaleString('en')} rows`;
    named.push(`${isSheet ? 'sheet ' : ''}"${name}" (${isHidden ? 'hidden, ' : ''}${size})`);
  }
  if (named.length === 0) return null;
  const why = isChosen ? 'without the headings of a table of chats' : 'hidden, or with other headings';
  const remedy =
    hasSheet && !isChosen
      ? `To read one: ${mention('sheet', 'NAME')}.`
      : 'Give it by itself to have it read.';
  return `not read, because ${why}: ${named.join(', ')}. ${remedy}`;
}
