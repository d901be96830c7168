import { chatFields, dateFields, neededFields, typedFields, type ChatField } from '../chats/columns.js';
import { rankProfiles } from '../reading/profiles/choose-profile.js';
import type { FilePlan } from '../reading/plan.js';
import type { Profile } from '../reading/profiles/profile.js';
import { profileInUse } from '../reading/profiles/profile-in-use.js';
import { proposals, type Proposal } from '../reading/proposals/propose.js';
import { lookAtFile } from '../reading/tables.js';
import type { MatchedColumn } from '../reading/match-headings.js';
import type { SourceFile } from '../files/source.js';
import type { Engine, ResultRow, Sql } from '../engines/engine.js';
import { asFlag } from '../options/mention.js';
import type { ReportOptions } from '../options/options.js';
import { buildChats } from './build-chats.js';
import { dataQuality, fieldsOf } from './quality/data-quality.js';
import type { ReadFile } from './reading/read-file.js';
import { checkFilters } from './name-filters.js';
import { openerOf } from './reading/open-files.js';
import { readingChoices } from './reading/choices.js';
import { insertRange } from './relations.js';
import { qualityInWords } from './quality/quality-in-words.js';
import type { DataQuality, ReportSource } from './report.js';
import { findRowFacts } from './quality/row-facts.js';
import { sourceFacts } from './reading/source-facts.js';

/** How the columns of a file are understood, before any of its rows is read. */
export interface ColumnLook {
  columns: MatchedColumn[];
  missing_needed: ChatField[];
  missing: ChatField[];
  /** The best candidate of every field. */
  proposals: Proposal[];
}

/** Somebody who closed chats of the range. */
export interface Closer {
  name: string;
  is_bot: boolean;
  chats: number;
}

/** What a file holds and how it is understood. */
export interface Inspection {
  source: ReportSource;
  /** Formats in which its dates are written, as strptime templates; `{1}-{2}` is a pair whose order the file decides. */
  date_formats: string[];
  /** Rows without a value, and their share of the rows that could be split into fields, by field that the file has. */
  missing_values: { field: ChatField; rows: number; share_rate: number | null }[];
  closers: Closer[];
  data_quality: DataQuality;
  /** How well each profile explains the headings, best first: how many of them, a generic explanation for a little less. */
  profile_scores: { profile: string; score: number }[];
  /** The way in which the file was read, as a profile that `--profile` takes. */
  profile: Profile;
  first_rows: ResultRow[];
  /** The best candidate of every field among the columns, with what speaks for it. */
  proposals: Proposal[];
}

/** How the columns of a file would be understood. */
export async function lookAtColumns(file: SourceFile, options: ReportOptions): Promise<ColumnLook> {
  const { match, sample } = await lookAtFile(file, readingChoices(options));
  const present = new Set(match.columns.map((column) => column.field));
  const missing = chatFields.filter((field) => !present.has(field));
  return {
    columns: match.columns,
    missing,
    missing_needed: missing.filter((field) => neededFields.includes(field)),
    proposals: proposals(match.columns, sample),
  };
}

/**
 * Reads a file as a report would, and tells what was found. The engine is closed whatever happens.
 * @throws UserError when no report could be made of it.
 */
export async function inspectFile(
  file: SourceFile,
  given: ReportOptions,
  engine: Engine,
): Promise<Inspection> {
  try {
    const opened = await openerOf([file], { engine })(given);
    const { files, options, range, zone, notes } = opened;
    await insertRange(engine, range, options);
    await buildChats(engine);
    const said = [...notes, ...(await checkFilters(engine, options))];
    const facts = await findRowFacts(engine);
    const quality = await dataQuality(opened, engine, facts);
    return {
      source: sourceFacts(files, range, { zone, rules: null }, engine, facts),
      date_formats: files.flatMap(({ plan }) => plan.layouts.map((layout) => layout.template)),
      missing_values: await missingValues(files, engine),
      closers: await closersOf(engine),
      data_quality: qualityInWords({ ...quality, notes: [...said, ...quality.notes] }, asFlag),
      profile_scores: profileScores(files),
      profile: profileInUse(firstPlan(files)),
      first_rows: await engine.query(firstRowsSql),
      proposals: proposals(firstPlan(files).match.columns, firstPlan(files).sample),
    };
  } finally {
    await engine.close();
  }
}

function firstPlan(files: readonly ReadFile[]): FilePlan {
  const [file] = files;
  if (!file) throw new Error('No file was read.');
  return file.plan;
}

function profileScores(files: readonly ReadFile[]): Inspection['profile_scores'] {
  const headings = firstPlan(files).match.columns.map((column) => column.heading);
  return rankProfiles(headings).map(({ profile, score }) => ({ profile: profile.name, score }));
}

/** The first rows as they were read, times in the wall time of the report. */
const firstRowsSql = `select ${chatFields.map((field) => (isDate(field) ? `${localSql(field)} as ${field}` : field)).join(', ')}
  from raw_chats order by source_ordinal limit 5`;

function isDate(field: ChatField): boolean {
  return (dateFields as readonly ChatField[]).includes(field);
}

function localSql(field: ChatField): string {
  return `(select plus_seconds(raw_chats.${field}, offset_seconds) from zone_offsets
    where raw_chats.${field} >= from_at and raw_chats.${field} < to_at)`;
}

async function missingValues(files: readonly ReadFile[], engine: Sql): Promise<Inspection['missing_values']> {
  const fields = chatFields.filter((field) => fieldsOf(files).has(field));
  const counts = fields.map((field) => {
    const hasNoText = typedFields.includes(field) ? ` and ${field}_text is null` : '';
    return `count(*) filter (where ${field} is null${hasNoText}) as ${field}`;
  });
  const [row = {}] = await engine.query(`select count(*) as sound_rows, ${counts.join(', ')} from raw_chats`);
  const soundRows = Number(row['sound_rows']);
  return fields.map((field) => {
    const rows = Number(row[field]);
    return { field, rows, share_rate: soundRows === 0 ? null : rows / soundRows };
  });
}

/** Who closed the chats of the range that an engine has read, most chats first. */
export async function closersOf(engine: Sql): Promise<Closer[]> {
  const rows =
    await engine.query(`select closers.shown as name, cast(max(closers.is_bot) as boolean) as is_bot, count(*) as chats
    from ranged_chats join closers on closers.closed_by = ranged_chats.closed_by
    where closers.shown is not null
    group by closers.shown order by chats desc, name`);
  return rows.map((row) => ({
    name: String(row['name']),
    is_bot: row['is_bot'] === true,
    chats: Number(row['chats']),
  }));
}
