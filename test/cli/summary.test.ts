import { expect, it } from 'vitest';
import { summaryText } from '../../src/cli/summary.js';
import { madeUpReport } from '../excel/made-up-report.js';

it('the summary tells deflection with and without time-outs, and how both changed', () => {
  const text = summaryText(madeUpReport({ agents: ['Asha', 'Ben'], days: 28, compared: true }), 1000);
  expect(text).toMatch(/^Bot deflection +[\d.]+ %, without time-outs [\d.]+ %$/m);
  expect(text).toMatch(
    /^Compared with .*deflection [-+][\d.]+ pts, deflection without time-outs [-+][\d.]+ pts/m,
  );
});
