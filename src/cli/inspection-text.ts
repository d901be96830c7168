import type { Inspection } from '../report/inspect.js';
import type { DataQuality, ReportedColumn, ReportedFile } from '../report/report.js';
import type { Proposal } from '../reading/proposals/propose.js';
import { formInWords } from '../report/quality/form-words.js';
import { bytesText, counted, percent } from './numbers.js';
import { columnsText } from './text-table.js';
import { spelledOut } from '../files/spelled-out.js';

/** How many closers are listed. */
const mostClosers = 15;

/** An inspection for people, section by section. */
export function inspectionText(inspection: Inspection): string {
  const [file] = inspection.source.files;
  if (!file) return '';
  const sections = [
    fileSection(file, inspection),
    columnsSection(file.columns),
    proposalsSection(inspection.proposals),
    datesSection(file, inspection),
    missingSection(inspection),
    closersSection(inspection),
    qualitySection(inspection.data_quality),
    rowsSection(inspection),
  ];
  return `${sections.join('\n\n')}\n`;
}

function fileSection(file: ReportedFile, inspection: Inspection): string {
  const { source } = inspection;
  const rows = [
    ['File', file.name],
    ['Size', `${bytesText(file.bytes)}, ${counted(file.rows_read)} rows`],
    ['Written as', formInWords(file)],
    ['Profile', profileText(file, inspection)],
    ['Chats', `from ${source.first_chat_at ?? 'none'} to ${source.last_chat_at ?? 'none'}`],
    ['Time zone', source.timezone ?? 'none named: times are taken as written'],
  ];
  return columnsText(rows);
}

/** The profile in use, and how well it and the next best ones explain the headings. */
function profileText(file: ReportedFile, { profile_scores: scores }: Inspection): string {
  const shown = scores.slice(0, 3).map(({ profile, score }) => `${profile} ${String(score)}`);
  return `${file.profile} (headings explained, of ${String(file.columns.length)}: ${shown.join(', ')})`;
}

/** Which heading was taken for which field, and why. */
export function columnsSection(columns: readonly ReportedColumn[]): string {
  const rows = columns.map(({ heading, field, condition, rule, is_unverified }) => [
    heading || '(no heading)',
    field ?? condition ?? '-',
    `${rule}${is_unverified ? ' (unverified)' : ''}`,
  ]);
  return `Columns\n${columnsText([['Heading', 'Field', 'Rule'], ...rows], '  ')}`;
}

/** The best candidate of every field, with what speaks for it. */
export function proposalsSection(proposals: readonly Proposal[]): string {
  const rows = proposals.map(({ field, heading, certainty, measure, reason }) => [
    field,
    heading ?? '-',
    certainty,
    ...(measure ? measureTexts(measure) : ['-', '-', '-']),
    reason,
  ]);
  const heading = ['Field', 'Column', 'Certainty', 'Filled', 'Distinct', 'Read', 'Reason'];
  return `Proposals\n${columnsText([heading, ...rows], '  ')}`;
}

function measureTexts({ rows, filled, distinct, parsed }: NonNullable<Proposal['measure']>): string[] {
  return [`${counted(filled)} of ${counted(rows)}`, counted(distinct), counted(parsed)];
}

function datesSection(file: ReportedFile, { date_formats: formats }: Inspection): string {
  return `Dates\n  ${spelledOut(file.date_evidence)}\n  Formats: ${formats.join('   ') || 'none'}`;
}

function missingSection({ missing_values: missing }: Inspection): string {
  const rows = missing.map(({ field, rows: count, share_rate: share }) => [
    field,
    counted(count),
    percent(share),
  ]);
  return `Missing values\n${columnsText(rows, '  ')}`;
}

function closersSection({ closers }: Inspection): string {
  const rows = closers
    .slice(0, mostClosers)
    .map(({ name, is_bot, chats }) => [name, is_bot ? 'bot' : 'agent', counted(chats)]);
  const more = closers.length > mostClosers ? `\n  and ${counted(closers.length - mostClosers)} more` : '';
  return `Closed by\n${columnsText(rows, '  ')}${more}`;
}

function qualitySection(quality: DataQuality): string {
  const counts = Object.entries(quality).flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, counted(value)]] : [],
  );
  const reasons = quality.rejected_by_reason.map(({ reason, rows }) => [
    `rejected: ${reason}`,
    counted(rows),
  ]);
  const warnings = quality.warnings.map(({ message, rows }) => [`warning: ${message}`, counted(rows)]);
  const examples = quality.rejected_examples
    .slice(0, 5)
    .map(({ line, reason, text }) => `  line ${String(line)} (${reason}): ${spelledOut(text.slice(0, 100))}`);
  const notes = quality.notes.map((note) => `  Note: ${spelledOut(note)}`);
  return [
    'Data quality',
    columnsText([...counts, ...reasons, ...warnings], '  '),
    ...examples,
    ...notes,
  ].join('\n');
}

function rowsSection({ first_rows: rows }: Inspection): string {
  const names = Object.keys(rows[0] ?? {});
  const blocks = rows.map((row) =>
    columnsText(
      names.map((name) => [name, String(row[name] ?? '-')]),
      '  ',
    ),
  );
  return `First rows\n${blocks.join('\n\n')}`;
}
