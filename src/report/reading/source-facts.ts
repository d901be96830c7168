import { chatFields } from '../../chats/columns.js';
import { orderInWords, type DateDecision } from '../../reading/dates/evidence.js';
import { isOpen } from '../../reading/dates/layout.js';
import type { FilePlan } from '../../reading/plan.js';
import type { DecidedNumber } from '../../reading/writings/choose.js';
import { numberUnder } from '../../reading/writings/numbers.js';
import type { Life } from '../../engines/engine.js';
import { mention } from '../../options/mention.js';
import { fieldsOf } from '../quality/data-quality.js';
import { repeatedHeadingNotes } from './heading-notes.js';
import { planNotes } from './plan-notes.js';
import { brokenRows, type ReadFile } from './read-file.js';
import { daysBetween } from '../periods.js';
import type { ReportRange } from '../range.js';
import type { RowFacts } from '../quality/row-facts.js';
import type { ReportedFile, ReportSource } from '../report.js';

/** What was read and how, for the report. */
export function sourceFacts(
  files: readonly ReadFile[],
  range: ReportRange,
  zone: { zone: string | null; rules: string | null },
  engine: Pick<Life, 'name'>,
  facts: RowFacts,
): ReportSource {
  const soundRows = new Map(
    facts.files.map((row) => [Number(row['source_file']), Number(row['sound_rows'])]),
  );
  const present = fieldsOf(files);
  return {
    files: files.map((file) => fileFacts(file, soundRows.get(file.ordinal) ?? 0)),
    missing_fields: chatFields.filter((field) => !present.has(field)),
    range_from: range.from,
    range_to: range.to,
    days: daysBetween(range.from, range.to),
    days_left_out: range.edges.map(({ day }) => day),
    first_chat_at: (facts.chats['first_at'] ?? null) as string | null,
    last_chat_at: (facts.chats['last_at'] ?? null) as string | null,
    timezone: zone.zone,
    timezone_rules: zone.zone === null ? null : zone.rules,
    engine: engine.name,
  };
}

function fileFacts(file: ReadFile, soundRows: number): ReportedFile {
  const { plan, decision } = file;
  const hasOpen = decision.kind !== 'closed' && plan.layouts.some(isOpen);
  return {
    name: plan.file.name,
    bytes: plan.file.bytes,
    rows_read: soundRows + brokenRows(file),
    ...(plan.file.isTable ? tableForm : writtenForm(plan)),
    profile: plan.match.profile.name,
    columns: plan.match.columns,
    date_order: hasOpen ? plan.order : null,
    date_evidence: hasOpen ? `${orderInWords[plan.order]}: ${decision.evidence}` : decision.evidence,
  };
}

const tableForm = { kind: 'table', sheet: null, encoding: null, delimiter: null, heading_line: 0 } as const;

function writtenForm({ form: { kind, sheet, encoding, delimiter, headingLine } }: FilePlan) {
  return { kind, sheet, encoding, delimiter, heading_line: headingLine };
}

/** What the reader of a report should know about how its files were read. */
export function readingNotes(files: readonly ReadFile[]): string[] {
  return files.flatMap(({ plan, decision, notes: own }) => {
    const { name } = plan.file;
    const notes: string[] = [...own, ...plan.fileNotes.map((note) => `${name}: ${note}`)];
    const hint = otherOrder(decision);
    if (decision.kind === 'conflict')
      notes.push(`${name}: dates contradict each other: ${decision.evidence}.${hint}`);
    if (decision.kind === 'undecided') notes.push(`${name}: ${decision.evidence}.${hint}`);
    if (plan.form.encoding === 'windows-1252') notes.push(`${name}: not UTF-8; read as Windows-1252.`);
    notes.push(...plan.decided.map((one) => decidedNote(plan, one)));
    notes.push(...repeatedHeadingNotes(plan), ...planNotes(plan));
    return notes;
  });
}

/** How numbers were read that other values of the file had to tell about. */
function decidedNote({ file, match }: FilePlan, { field, example, decimal }: DecidedNumber): string {
  const heading = match.columns.find((column) => column.field === field)?.heading ?? field;
  const other = decimal === 'point' ? 'comma' : 'point';
  const read = numberUnder(example, decimal) ?? example;
  return `${file.name}, column "${heading}" (${field}): "${example}" is read as ${read}, as the other values bear out. If that is wrong: ${mention('decimal', other)}.`;
}

/** How to read the dates of a file in the other order, where nothing decided between two. */
function otherOrder({ order, candidates }: DateDecision): string {
  const other = candidates?.find((candidate) => candidate !== order);
  return other ? ` If that is wrong: ${mention('dateOrder', other)}.` : '';
}
