import { effect } from '@preact/signals';
import { filesInWords, rangeDaysInWords } from '../../presentation/report-in-words.js';
import type { Session } from './session.js';

/** Names a page after the report that it shows, so that two of them can be told apart: its range and its files. */
export function followTitle({ state }: Session, page: Pick<Document, 'title'>): () => void {
  const name = page.title;
  return effect(() => {
    const [report, phase] = [state.report.value, state.phase.value];
    const isShown = report?.source.range_from && phase !== 'start';
    page.title = isShown ? `${rangeDaysInWords(report)}, ${filesInWords(report)} - ${name}` : name;
  });
}
