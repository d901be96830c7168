import { placeText } from '../errors.js';
import { changeBasis } from '../presentation/change-basis.js';
import { changeInWords } from '../presentation/figures.js';
import { findings, withoutFindings } from '../presentation/findings/findings.js';
import { keyFigures } from '../presentation/key-figures.js';
import { rangeEnds, rangeLength } from '../presentation/range-ends.js';
import { verdictOf } from '../presentation/verdict.js';
import type { DataQuality, Report, Row } from '../report/report.js';
import { counted, decimal, nouns, percent } from './numbers.js';
import { columnsText } from './text-table.js';
import { spelledOut } from '../files/spelled-out.js';

/** The report in a few lines for a terminal, which may show colours. */
export function summaryText(report: Report, elapsedMs: number): string {
  const { source, tables, data_quality: quality, options } = report;
  const chats = tables.chat_metrics[0] ?? {};
  const agents = tables.agent_metrics[0] ?? {};
  const zone = source.timezone === null ? '' : `, ${source.timezone} time`;
  const name = (id: string) => keyFigures(report).find((figure) => figure.id === id)?.label ?? id;
  const responseSeconds = agents['first_response_avg_seconds'];
  const rows: [string, string][] = [
    ['Range', `${rangeEnds(report).join(' to ')} (${rangeLength(report)}${zone})`],
    [name('incoming_chats'), counted(chats['incoming_chats'])],
    [name('unique_users'), counted(chats['unique_users'])],
    [
      name('bot_deflection_rate'),
      `${percent(chats['bot_deflection_rate'])}, without time-outs ${percent(chats['bot_resolution_rate'])}`,
    ],
    [name('csat_satisfied_rate'), csatText(agents, options.csat_scale)],
    [
      'First response',
      typeof responseSeconds === 'number' ? `${decimal(responseSeconds, 1)} s on average` : 'n/a',
    ],
    ...comparedRow(report),
    ['Time taken', `${(elapsedMs / 1000).toFixed(1)} s`],
  ];
  return [verdictOf(quality).text, columnsText(rows), ...standingOut(report), ...remarks(quality)].join('\n');
}

/** The findings as every face says them; nothing of too few chats. */
function standingOut(report: Report): string[] {
  const none = withoutFindings(report);
  if (none !== null) return ['', none];
  const lines = findings(report).map(({ text }) => spelledOut(`- ${text}`));
  return lines.length > 0 ? ['', 'What stands out', ...lines] : [];
}

/** What changed against the compared range, in one line. */
function comparedRow(report: Report): [string, string][] {
  const basis = report.comparison && changeBasis(report);
  if (!basis) return [];
  const changes = keyFigures(report).flatMap(({ word, change }) =>
    word && change ? [`${word} ${changeInWords(change)}`] : [],
  );
  return [['Compared with', `${basis.previous.label}: ${changes.join(', ')}`]];
}

function csatText(agents: Row, scale: string): string {
  const rated = agents['csat_rated_chats'];
  if (typeof rated !== 'number' || rated === 0) return 'n/a (no ratings)';
  const mean = `mean ${decimal(agents['csat_avg'])} on ${scale}`;
  return `${percent(agents['csat_satisfied_rate'])} satisfied, ${mean} (${nouns(rated, 'rating')})`;
}

/** What the reader should know before trusting the figures. */
function remarks(quality: DataQuality): string[] {
  const rejected = quality.rejected_by_reason.map(
    ({ reason, rows }) => `Rejected: ${counted(rows)} with ${reason}.`,
  );
  const [example] = quality.rejected_examples;
  const first = example
    ? [`  The first is ${placeText(example)}. Save them all with --rejects FILE.csv.`]
    : [];
  const warnings = quality.warnings.map(
    ({ kind, message, rows }) =>
      `Warning: ${nouns(rows, kind.startsWith('id_of_') ? 'row' : 'value')}. ${message}`,
  );
  const notes = quality.notes.map((note) => `Note: ${note}`);
  const lines = [...rejected, ...first, ...warnings, ...notes].map((line) => spelledOut(line));
  return lines.length > 0 ? ['', ...lines] : [];
}
