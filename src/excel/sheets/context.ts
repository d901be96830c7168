import { catalog, type TableId } from '../../metrics/catalog.js';
import { chatTable } from '../../metrics/chat-columns.js';
import { wordingOf, type Wording } from '../../metrics/wording.js';
import { periodWord } from '../../presentation/report-in-words.js';
import type { Report } from '../../report/report.js';
import { colors } from '../styles.js';

/** What every sheet is made from. */
export interface Context {
  report: Report;
  wording: Wording;
  /** Names of the sheets in use, by what they hold. */
  names: SheetNames;
}

export type SheetNames = Record<TableId | 'summary' | 'data_quality' | 'definitions', string> & {
  /** Each agent's figures in both ranges, where two are compared. */
  agents_compared?: string;
  /** The first sheet of chats, where the workbook has them. */
  chats?: string;
};

/** Tab colours: read first, analysis, reference. */
export const tabColors = { first: colors.navy, analysis: colors.midBlue, reference: 'A6A6A6' } as const;

export function contextOf(report: Report, hasChats = false): Context {
  const titles = Object.fromEntries(Object.entries(catalog).map(([id, { title }]) => [id, title]));
  return {
    report,
    wording: wordingOf(report.options),
    names: {
      ...(titles as Record<TableId, string>),
      agent_metrics_by_period: `${catalog.agent_metrics.title} by ${periodWord(report)}`,
      summary: 'Summary',
      data_quality: 'Data Quality',
      definitions: 'Definitions',
      ...(report.comparison?.figures.some(({ agent }) => agent !== null)
        ? { agents_compared: 'Agents Compared' }
        : {}),
      ...(hasChats ? { chats: chatTable.title } : {}),
    },
  };
}
