import { isDoubtedAlone } from './doubt-warnings.js';
import { chatFields, durationFields, type ChatField } from '../../chats/columns.js';
import { sourceOf } from '../../chats/ordinals.js';
import rowWarnings from '../../chats/row_warnings.sql?raw';
import type { Sql } from '../../engines/engine.js';
import { unmarked } from '../../reading/writings/column-writings.js';
import type { ReportOptions } from '../../options/options.js';
import { chatIdentity } from '../duplicates.js';
import { nobodyNotes } from './nobody-notes.js';
import { otherChatWarnings } from './other-chats.js';
import { cutIdNotes } from './id-notes.js';
import { brokenRows, type ReadFile } from '../reading/read-file.js';
import { headingsOf, knownForms, suchAs, unreadStartNotes } from './known-forms.js';
import { droppedZeroNotes, zeroRatingNotes } from './zero-ratings.js';
import { missingNotes, partsNotes } from './file-notes.js';
import { unitWarnings } from './unit-warnings.js';
import { rejectedRows, type Rejections } from './rejected.js';
import type { RowFacts } from './row-facts.js';
import type { DataQuality, RejectedRow, ReportWarning } from '../report.js';

/** How many rejected rows a report shows. */
const mostExamples = 20;

/** What was read, and how it was to be counted. */
interface QualityInput {
  files: readonly ReadFile[];
  rejections: Rejections;
  options: Pick<ReportOptions, 'csatScale' | 'idScope' | 'rows'>;
  warnings: readonly ReportWarning[];
}

/** Counts every row of the files into exactly one of used, rejected, duplicate, out of range and filtered out. */
export async function dataQuality(
  { files, rejections, options, warnings }: QualityInput,
  engine: Sql,
  facts: RowFacts,
): Promise<DataQuality> {
  const count = (name: string): number => Number(facts.chats[name]);
  const structural = files.reduce((sum, file) => sum + brokenRows(file), 0);
  const sound = facts.files.reduce((sum, { sound_rows }) => sum + Number(sound_rows), 0);
  return {
    rows_read: sound + structural,
    rows_used: count('used'),
    rows_rejected: rejections.rows,
    rows_duplicate: count('duplicate'),
    rows_out_of_range: count('kept') - count('ranged'),
    rows_filtered_out: count('ranged') - count('used'),
    rows_duplicate_equal: count('duplicate_equal'),
    rows_duplicate_differing: count('duplicate') - count('duplicate_equal'),
    rejected_by_reason: rejections.byReason,
    rejected_examples: await firstRejected(files, rejections, engine),
    warnings: [
      ...warnings,
      ...(count('faulty') > 0 ? await warningsOf(files, engine) : []),
      ...unitWarnings(files, facts.files),
      ...(count('other') > 0
        ? await otherChatWarnings(files, chatIdentity(options, files).rows, engine)
        : []),
    ],
    notes: [
      ...unreadStartNotes(files),
      ...partsNotes(files, facts.files),
      ...missingNotes(files),
      ...cutIdNotes(facts.files),
      ...(count('nobody') > 0 ? await nobodyNotes(engine) : []),
      ...(await zeroRatingNotes(files, options.csatScale, engine)),
      ...droppedZeroNotes(files, options.csatScale),
      ...emptyNotes(count('kept'), count('used')),
    ],
  };
}

/** The first rejected rows, long texts cut. */
export async function firstRejected(
  files: readonly ReadFile[],
  rejections: Rejections,
  engine: Sql,
): Promise<RejectedRow[]> {
  const examples: RejectedRow[] = [];
  for await (const row of rejectedRows(files, rejections, engine)) {
    const { file, line, reason, text } = row;
    examples.push({ file, line, reason, text: text.length > 500 ? `${text.slice(0, 500)} ...` : text });
    if (examples.length === mostExamples) break;
  }
  return examples;
}

const warningMessages: Record<string, string> = {
  ended_before_started: 'Ends before it starts: the end does not count.',
  assigned_outside_chat: 'Assigned before the chat starts or after it ends: that time does not count.',
  unreadable_ended_at: 'The end is no date that can be read: it does not count.',
  unreadable_assigned_at: 'The time of the assignment is no date that can be read: it does not count.',
  negative_duration: 'A response time is negative: it does not count.',
  unreadable_duration: 'A response time cannot be read: it does not count.',
  unreadable_rating: 'The rating is no number: it does not count.',
  rating_out_of_scale: 'The rating is outside the scale: it does not count.',
  open_with_ended_at: 'Nobody closed it, and still it has an end: it counts as open.',
  closed_without_ended_at: 'Closed without an end: it counts as closed, without a resolution time.',
};

async function warningsOf(files: readonly ReadFile[], engine: Sql): Promise<ReportWarning[]> {
  const warnings = new Map<string, ReportWarning>();
  for (const row of await engine.query(rowWarnings)) {
    const kind = String(row['kind']);
    const message = warningMessages[kind] ?? kind;
    const warning = warnings.get(kind) ?? { kind, message, rows: Number(row['rows_of_kind']), examples: [] };
    const file = files[sourceOf(Number(row['source_ordinal'])).file]?.plan.file.name ?? '';
    warning.examples.push({
      file,
      chat_id: String(row['chat_id']),
      value: unmarked(String(row['value']))
        .slice(0, 200)
        .replace(/^(-?\d+)\.0$/, '$1'),
    });
    warnings.set(kind, warning);
  }
  const told = [...warnings.values()].filter(({ kind }) => !isDoubtedAlone(unreadFields[kind] ?? [], files));
  return told.map((warning) => withForms(warning, files));
}

const unreadFields: Record<string, readonly ChatField[]> = {
  unreadable_ended_at: ['ended_at'],
  unreadable_assigned_at: ['assigned_at'],
  unreadable_duration: durationFields,
  unreadable_rating: ['csat_score'],
};

/** What cannot be read is told with its column, examples, the forms that are known and what to do. */
function withForms(warning: ReportWarning, files: readonly ReadFile[]): ReportWarning {
  const fields = unreadFields[warning.kind];
  const present = fields?.filter((field) => fieldsOf(files).has(field)) ?? [];
  const [field] = present;
  if (!field) return warning;
  const examples = suchAs(warning.examples.map(({ value }) => value));
  const place = `Column ${headingsOf(files, present)}: values${examples}.`;
  return { ...warning, message: `${warning.message} ${place} ${knownForms(field)}` };
}

function emptyNotes(kept: number, used: number): string[] {
  return used > 0
    ? []
    : [
        `No chat is in this report: ${kept.toLocaleString('en')} chats were read, and none is in its range and filter.`,
      ];
}

/** The fields that at least one file has. */
export function fieldsOf(files: readonly ReadFile[]): Set<ChatField> {
  return new Set(chatFields.filter((field) => files.some(({ plan }) => plan.columns[field] !== undefined)));
}
