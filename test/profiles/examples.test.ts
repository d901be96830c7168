import { expectGolden } from '../golden/golden-file.js';
import { describe, it } from 'vitest';
import { examples } from './examples.js';

describe('the example export of each profile', () => {
  it.each(Object.keys(examples))('%s is the story in the shape of its platform', (profile) => {
    expectGolden(`test/profiles/examples/${profile}.csv`, examples[profile] ?? null);
  });
});
