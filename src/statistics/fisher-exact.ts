import type { Share } from './share.js';
import { sum } from './sum.js';

/** Tables this much less likely than the likeliest add nothing that shows in a p-value. */
const negligible = 1e-40;

/** Tables as likely as the one at hand but for rounding count as equally likely, as in R. */
const tolerance = 1 + 1e-7;

/**
 * The two-sided p-value of Fisher's exact test: how often two groups of one and the same share differ at least so much by
 * chance, the successes of both together being as they are. Like R's `fisher.test`, it adds the chances of all tables that are
 * no likelier than the one at hand. Exact for any number of cases. Gives 1 where nothing can differ, 0 for chances below 1e-40.
 * Method: A. Agresti, Categorical Data Analysis, 3rd edition, section 3.5.
 */
export function fisherExact(one: Share, other: Share): number {
  const successes = one.successes + other.successes;
  const all = one.cases + other.cases;
  const least = Math.max(0, one.cases + successes - all);
  const most = Math.min(one.cases, successes);
  const likeliest = Math.floor(((one.cases + 1) * (successes + 1)) / (all + 2));
  const start = Math.min(most, Math.max(least, likeliest));
  /** How many times likelier `k + 1` successes of the first group are than `k`. */
  const ratio = (k: number) =>
    ((one.cases - k) * (successes - k)) / ((k + 1) * (all - one.cases - successes + k + 1));
  const up = chances(most - start, (step) => ratio(start + step));
  const down = chances(start - least, (step) => 1 / ratio(start - step - 1));
  const distance = one.successes - start;
  const own = (distance < 0 ? down[-distance] : up[distance]) ?? 0;
  const each = [...up, ...down.slice(1)];
  return sum(each.filter((chance) => chance <= own * tolerance)) / sum(each);
}

/** The chances of the tables so many steps away from the likeliest, against its own, until they are negligible. */
function chances(steps: number, ratio: (step: number) => number): number[] {
  const found = [1];
  let chance = 1;
  for (let step = 0; step < steps && chance > negligible; step++) {
    chance *= ratio(step);
    found.push(chance);
  }
  return found;
}
