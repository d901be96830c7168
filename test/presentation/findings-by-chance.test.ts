import { describe, expect, it } from 'vitest';
import { findings } from '../../src/presentation/findings/findings.js';
import { times } from '../tiers.js';
import { randomDump, type Planted } from './random-dumps.js';

const tries = times(25, 1000);

/** How many findings with an id there are a dump, over many. */
function perDump(planted: Planted, ids?: string): number {
  const found = Array.from({ length: tries }, (_, seed) =>
    findings(randomDump(seed + 1, planted)).filter(({ id }) => ids === undefined || id === ids),
  );
  return found.flat().length / tries;
}

describe('dumps made at random', () => {
  it('have fewer than 0.3 findings each where nothing hangs together', () => {
    expect(perDump({})).toBeLessThan(0.3);
  });

  it.each([
    ['agents who close 20% on Sundays, 50% on other days', { agentsOnSunday: 0.2 }, 'weekdays'],
    ['a bot whose ratings are 15 points lower', { botSatisfied: 0.55 }, 'bot_against_agents'],
    ['a volume that falls by a quarter', { fall: 0.25 }, 'trend'],
  ])('with %s are found out', (_, planted, id) => {
    expect(perDump(planted, id)).toBeGreaterThan(0.9);
  });
});
