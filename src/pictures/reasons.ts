import { metricOf } from '../metrics/catalog.js';
import { figureInWords } from '../presentation/figures.js';
import { isolated } from '../presentation/text.js';
import { chatsInWords, numberIn, valueInWords } from '../presentation/values.js';
import type { Report, Row } from '../report/report.js';
import { closersOf } from './closers.js';
import type { Mark, Picture } from './picture.js';

const mostReasons = 12;

/** The most frequent closing reasons, by who closed. */
export function reasonsPicture(report: Report): Picture {
  const rows = report.tables.closing_reasons;
  const drawn = rows.slice(0, mostReasons);
  const { series, values } = closersOf(drawn);
  return {
    title: 'Why chats were closed',
    sentence: sentence(rows[0]),
    selection:
      rows.length > drawn.length
        ? `The first ${String(drawn.length)} of ${String(rows.length)} reasons.`
        : '',
    marks: drawn.map((row, index) => markOf(row, values[index] ?? [])),
    chart: { kind: 'bars', markName: 'Closing reason', unit: 'count', valueName: 'Chats', series },
  };
}

const reasonOf = (row: Row) =>
  valueInWords(metricOf('closing_reasons', 'closing_reason'), row['closing_reason']);

function sentence(first: Row | undefined): string {
  if (!first) return 'No chats.';
  const share = figureInWords('rate', first['share_rate']);
  return `Most frequent: ${isolated(reasonOf(first))}, ${chatsInWords(first['chats'])} (${share} of all).`;
}

function markOf(row: Row, values: readonly number[]): Mark {
  const [name, share] = [reasonOf(row), figureInWords('rate', row['share_rate'])];
  return {
    name,
    values,
    n: numberIn(row, 'chats'),
    text: `${isolated(name)}: ${chatsInWords(row['chats'])}, ${share} of all`,
    key: typeof row['closing_reason'] === 'string' ? row['closing_reason'] : null,
    label: figureInWords('count', row['chats']),
    note: share,
  };
}
