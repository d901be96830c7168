import type { ChatField } from '../../chats/columns.js';
import { unmarked } from '../../reading/writings/column-writings.js';
import { isShortClock } from '../../reading/writings/durations.js';
import { isDoubtfulNumber } from '../../reading/writings/numbers.js';
import type { Doubt } from '../../reading/writings/choose.js';
import { refusedHint, refusedSentence } from '../../reading/writings/refused.js';
import { mention } from '../../options/mention.js';
import type { ReadFile } from '../reading/read-file.js';
import type { ReportWarning } from '../report.js';

/** Values that can be read in two ways, or columns that cannot be read as a whole: they do not count, and why. */
export function doubtWarnings(files: readonly ReadFile[]): ReportWarning[] {
  return files.flatMap(({ plan }) => plan.doubts.map((doubt) => warningOf(plan, doubt)));
}

/** Whether all that could not be read in some fields has a warning of its own: one is enough. */
export function isDoubtedAlone(fields: readonly ChatField[], files: readonly ReadFile[]): boolean {
  const isDoubted = ({ plan }: ReadFile, field: ChatField, example: string): boolean =>
    plan.doubts.some(
      (doubt) =>
        doubt.field === field &&
        ((doubt.kind === 'decimal' && isDoubtfulNumber(example)) ||
          (doubt.kind === 'clock' && isShortClock(example))),
    );
  const unread = files.flatMap((file) =>
    [...file.shown.unreadNumbers, ...file.shown.unread]
      .filter(({ field }) => fields.includes(field))
      .map(({ field, example }) => isDoubted(file, field, unmarked(example))),
  );
  return unread.length > 0 && unread.every(Boolean);
}

function warningOf(plan: ReadFile['plan'], doubt: Doubt): ReportWarning {
  const { field, example, values } = doubt;
  const heading = plan.match.columns.find((column) => column.field === field)?.heading ?? field;
  const count = `${values.toLocaleString('en')} ${values === 1 ? 'value' : 'values'}`;
  const place = `${plan.file.name}, column "${heading}" (${field}): ${count} such as "${example}"`;
  const examples = [{ file: plan.file.name, chat_id: '', value: example }];
  const warning = (kind: string, message: string): ReportWarning => ({
    kind,
    message,
    rows: values,
    examples,
  });
  if (doubt.kind === 'decimal')
    return warning(
      'doubtful_number',
      `${place} can be thousands or have a fraction, and no other value tells: they do not count. Say which: ${mention('decimal', 'point')} if ${spoken(example, 'point')}, ${mention('decimal', 'comma')} if ${spoken(example, 'comma')}.`,
    );
  if (doubt.kind === 'clock')
    return warning(
      'doubtful_clock',
      `${place} can be minutes and seconds or hours and minutes, and nothing tells: they do not count. Say which: ${mention('unit', `${field}=mm:ss`)} or ${mention('unit', `${field}=hh:mm`)}.`,
    );
  return warning(
    'unknown_date_word',
    `${plan.file.name}, ${refusedSentence(plan, doubt)} The whole column does not count. ${refusedHint(doubt)}`,
  );
}

/** What `7.900` is under a sign before fractions. */
function spoken(example: string, decimal: 'point' | 'comma'): string {
  const sign = decimal === 'point' ? '.' : ',';
  const digits = example.replace(/[.,]/, example.includes(sign) ? '.' : '');
  return `it is ${digits}`;
}
