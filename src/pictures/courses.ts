import { figureInWords } from '../presentation/figures.js';
import { periodWord } from '../presentation/report-in-words.js';
import { chatsInWords, numberIn } from '../presentation/values.js';
import type { Report, Row } from '../report/report.js';
import { closersOf } from './closers.js';
import { drawable } from './drawable.js';
import { periodNames } from './period-names.js';
import type { Mark, Picture } from './picture.js';

/** Who closed the chats of each period; one period is told by its row. */
export function closersByPeriodPicture(report: Report): Picture {
  const word = periodWord(report).toLowerCase();
  const rows = severalPeriods(report.tables.chat_metrics.filter((row) => row['period_start'] !== null));
  const { series, values } = closersOf(rows, 'incoming_chats');
  const names = periodNames(report, rows);
  return {
    title: `Chats by ${word} and by who closed them`,
    sentence: `The chats of each ${word} that bots closed, that agents closed, and that are open.`,
    marks: rows.map((row, index) => ({
      ...periodMark(row, names[index]),
      values: values[index] ?? [],
      n: numberIn(row, 'incoming_chats'),
      text: `${String(row['period_label'])}: ${chatsInWords(row['incoming_chats'])}`,
    })),
    chart: {
      kind: 'columns',
      markName: periodWord(report),
      unit: 'count',
      valueName: 'Chats',
      series,
      lines: [],
    },
  };
}

/** First responses and ratings of all agents in each period; one period has no course. */
export function agentsByPeriodPicture(report: Report): Picture {
  const word = periodWord(report).toLowerCase();
  const rows = severalPeriods(report.tables.agent_metrics_by_period.filter((row) => row['agent'] === null));
  const names = periodNames(report, rows);
  const marks = rows.map((row, index) => agentsMark(report, row, names[index]));
  return {
    title: `All agents by ${word}: first response and CSAT %`,
    sentence: `The mean first response time of all agents in each ${word}, and the share of satisfied ratings.`,
    marks: marks.some(({ values }) => values.some((value) => value !== null)) ? marks : [],
    chart: {
      kind: 'columns',
      markName: periodWord(report),
      unit: 'seconds',
      valueName: 'First response (seconds)',
      series: [{ name: 'Average first response (seconds)', tone: 'main' }],
      lines: [{ name: 'CSAT %', tone: 'accent' }],
      lineAxis: 'CSAT %',
    },
  };
}

const severalPeriods = (rows: readonly Row[]) => (rows.length > 1 ? rows : []);

const periodMark = (row: Row, name = '') => ({ name, key: String(row['period_start']) });

function agentsMark(report: Report, row: Row, name?: string): Mark {
  const figures = [
    drawable(report, 'agent_metrics_by_period', row, 'first_response_avg_seconds'),
    drawable(report, 'agent_metrics_by_period', row, 'csat_satisfied_rate'),
  ] as const;
  const [seconds, rate] = [figureInWords('seconds', figures[0]), figureInWords('rate', figures[1])];
  return {
    ...periodMark(row, name),
    values: figures,
    n: numberIn(row, 'chats_resolved'),
    text: `${String(row['period_label'])}: first response ${seconds} s, CSAT ${rate} (${chatsInWords(row['chats_resolved'])})`,
  };
}
