import { chatFields } from '../../chats/columns.js';
import type { ResultRow } from '../../engines/engine.js';
import { genericProfile } from '../../reading/profiles/generic-profile.js';
import { matchHeadings } from '../../reading/match-headings.js';
import { maySayMore, proposals } from '../../reading/proposals/propose.js';
import type { FilePlan } from '../../reading/plan.js';
import { mention } from '../../options/mention.js';
import { clean } from '../../files/text.js';
import { brokenRows, type ReadFile } from '../reading/read-file.js';

/** Which tables of one file were read as one, and how many rows each has. */
export function partsNotes(files: readonly ReadFile[], facts: readonly ResultRow[]): string[] {
  const wholes = new Set(files.flatMap(({ plan }) => plan.partOf ?? []));
  return [...wholes].map((whole) => {
    const parts = files.filter(({ plan }) => plan.partOf === whole);
    const named = parts.map((part) => `${partName(part, whole)} (${rowsOf(part, facts)})`);
    return `${whole}: ${String(parts.length)} tables are read as one: ${named.join(', ')}.`;
  });
}

function partName({ plan: { file, form } }: ReadFile, whole: string): string {
  if (file.name.startsWith(`${whole}/`)) return file.name.slice(whole.length + 1);
  return form.sheet === null ? file.name : `sheet "${form.sheet}"`;
}

function rowsOf(file: ReadFile, facts: readonly ResultRow[]): string {
  const row = facts.find(({ source_file }) => Number(source_file) === file.ordinal);
  const rows = Number(row?.['sound_rows'] ?? 0) + brokenRows(file);
  return rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`;
}

/** Which fields a file has no column for; tables of one file that lack the same are one. */
export function missingNotes(files: readonly ReadFile[]): string[] {
  const notes = files.flatMap(({ plan }) => {
    const headed = new Set(plan.match.columns.map(({ field }) => field));
    const missing = chatFields.filter((field) => plan.columns[field] === undefined && !headed.has(field));
    const name = plan.partOf ?? plan.file.name;
    if (missing.length === 0) return emptyNotes(name, plan);
    const note = `${name} has no column for ${missing.join(', ')}: what is measured by it is empty, not 0.`;
    return [note, ...likelyNotes(name, plan), ...emptyNotes(name, plan)];
  });
  return [...new Set(notes)];
}

/** Columns that are not read and look like a field that is missing. */
function likelyNotes(name: string, plan: FilePlan): string[] {
  const { match, sample } = plan;
  const { profile, columns } = match;
  if (profile.name !== genericProfile.name) return knownElsewhereNotes(name, plan);
  if (!maySayMore(columns)) return [];
  return proposals(columns, sample).flatMap(({ field, heading, reason, certainty }) =>
    certainty === 'likely' && heading !== null
      ? [
          `${name}: column "${heading}" is not read, but is likely ${field}: ${reason}. If so: ${mention('map', `${field}=${JSON.stringify(heading)}`)}.`,
        ]
      : [],
  );
}

/** Columns that the file's platform does not have, called as a field that is missing is called in other exports. */
function knownElsewhereNotes(name: string, { match: { profile, columns } }: FilePlan): string[] {
  const free = columns.filter(({ field, condition }) => field === null && condition === null);
  const known = matchHeadings(
    free.map(({ heading }) => heading),
    genericProfile,
  );
  return known.flatMap(({ heading, field }) =>
    field === null || field === 'assigned_at' || columns.some((column) => column.field === field)
      ? []
      : [
          `${name}: column "${heading}" is none of ${profile.title}, and is not read, but is called as ${field} is elsewhere. If it is that: ${mention('map', `${field}=${JSON.stringify(heading)}`)}.`,
        ],
  );
}

/** Columns without a single value beside a likely one with some, as `Rating` and `Rating.score` of JSON. */
function emptyNotes(name: string, { match: { profile, columns }, sample, form }: FilePlan): string[] {
  if (profile.name !== genericProfile.name || form.kind !== 'json') return [];
  const isEmpty = columns.map(
    ({ field }, at) => field !== null && sample.every((row) => clean(row[at] ?? '') === null),
  );
  if (!isEmpty.includes(true)) return [];
  const open = columns.map((column, at) => (isEmpty[at] ? { ...column, field: null } : column));
  return proposals(open, sample).flatMap(({ field, column, heading, certainty }) => {
    const empty = columns.findIndex((one, at) => one.field === field && isEmpty[at]);
    if (empty === -1 || empty === column || certainty !== 'likely') return [];
    return [
      `${name}: column "${columns[empty]?.heading ?? ''}" (${field}) has no value in the rows looked at, but "${heading ?? ''}" has. If it is meant: ${mention('map', `${field}=${JSON.stringify(heading)}`)}.`,
    ];
  });
}
