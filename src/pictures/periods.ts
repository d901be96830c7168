import { figureInWords } from '../presentation/figures.js';
import { periodWord } from '../presentation/report-in-words.js';
import { chatsInWords, numberIn } from '../presentation/values.js';
import type { Report, Row } from '../report/report.js';
import { drawable } from './drawable.js';
import { periodNames } from './period-names.js';
import type { Mark, Picture } from './picture.js';

const count = (value: number | null) => figureInWords('count', value);
const rate = (value: number | null) => figureInWords('rate', value);

/** Chats as columns and deflection as lines, with and without time-outs; marks are periods, keyed by their first day. */
export function periodPicture(report: Report): Picture {
  const rows = report.tables.chat_metrics;
  const overall = rows.find((row) => row['period_start'] === null);
  const periods = rows.filter((row) => row['period_start'] !== null);
  const word = periodWord(report).toLowerCase();
  const names = periodNames(report, periods);
  const marks = periods.map((row, index) => markOf(report, row, names[index] ?? ''));
  const hasSecond = marks.some(({ values: [, , resolved] }) => typeof resolved === 'number');
  return {
    title: `Chats and bot deflection by ${word}`,
    sentence: `${sentence(overall)}${extremes(periods, word)}`,
    marks: hasSecond ? marks : marks.map((mark) => ({ ...mark, values: mark.values.slice(0, 2) })),
    chart: {
      kind: 'columns',
      markName: periodWord(report),
      unit: 'count',
      valueName: 'Incoming chats',
      series: [{ name: 'Incoming chats', tone: 'main' }],
      lines: [
        { name: 'Bot deflection', tone: 'accent' },
        ...(hasSecond ? [{ name: 'Without time-outs', tone: 'secondAccent' as const }] : []),
      ],
      lineAxis: 'Bot deflection',
      partialName: `Part of a ${word}`,
    },
  };
}

function sentence(overall: Row | undefined): string {
  const chats = numberIn(overall, 'incoming_chats') ?? 0;
  const closed = chats > 0 ? `; bots closed ${rate(numberIn(overall, 'bot_deflection_rate'))} of all` : '';
  const withoutTimeouts = numberIn(overall, 'bot_resolution_rate');
  const resolved = withoutTimeouts === null ? '' : `, ${rate(withoutTimeouts)} without time-outs`;
  return `${chatsInWords(chats)} came in${closed}${resolved}.`;
}

function extremes(periods: readonly Row[], word: string): string {
  const whole = periods.filter((row) => row['is_partial'] !== true);
  const sorted = [...whole].sort((a, b) => Number(b['incoming_chats']) - Number(a['incoming_chats']));
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least || most['incoming_chats'] === least['incoming_chats']) return '';
  const named = (row: Row) => `${String(row['period_label'])} (${count(numberIn(row, 'incoming_chats'))})`;
  return ` Busiest whole ${word}: ${named(most)}; quietest: ${named(least)}.`;
}

function markOf(report: Report, row: Row, name: string): Mark {
  const chats = numberIn(row, 'incoming_chats') ?? 0;
  const resolution = numberIn(row, 'bot_resolution_rate');
  const resolved = resolution === null ? '' : `, without time-outs ${rate(resolution)}`;
  const isPartial = row['is_partial'] === true;
  return {
    name,
    values: [
      chats,
      drawable(report, 'chat_metrics', row, 'bot_deflection_rate'),
      drawable(report, 'chat_metrics', row, 'bot_resolution_rate'),
    ],
    n: chats,
    text: `${String(row['period_label'])}: ${chatsInWords(chats)}, bot deflection ${rate(numberIn(row, 'bot_deflection_rate'))}${resolved}${isPartial ? ' (not wholly inside the range)' : ''}`,
    key: String(row['period_start']),
    isPartial,
  };
}
