import type { DataQuality } from '../report/report.js';
import { figureInWords } from './figures.js';

/** What became of the rows of a report in one line. */
export interface Verdict {
  text: string;
  /** So many rows were rejected that the figures may not be believed as they are. */
  isDoubtful: boolean;
}

/** From this share of rejected rows on, the line is amber. */
const doubtfulShare = 0.01;

const shortReasons: Readonly<Record<string, string>> = {
  'unreadable started_at': 'unreadable start',
  'no started_at': 'no start',
  'no chat_id': 'no chat id',
};

/** `2,020 rows: 1,952 used, 48 rejected (46 unreadable start), 20 duplicate`. */
export function verdictOf(quality: DataQuality): Verdict {
  const { rows_read: read, rows_rejected: rejected, rejected_by_reason: reasons } = quality;
  const [most] = reasons;
  const why = most ? ` (${count(most.rows)} ${shortReasons[most.reason] ?? most.reason})` : '';
  const parts: [rows: number, what: string][] = [
    [quality.rows_used, 'used'],
    [rejected, `rejected${why}`],
    [quality.rows_duplicate, 'duplicate'],
    [quality.rows_out_of_range, 'out of range'],
    [quality.rows_filtered_out, 'filtered out'],
  ];
  const shown = parts.filter(([rows], index) => index < 3 || rows > 0);
  const text = `${count(read)} ${read === 1 ? 'row' : 'rows'}: ${shown.map(([rows, what]) => `${count(rows)} ${what}`).join(', ')}`;
  return { text, isDoubtful: rejected > 0 && rejected >= read * doubtfulShare };
}

const count = (rows: number): string => figureInWords('count', rows);
