import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that run the built program. */
const OF_THE_PROGRAM = ['test/bad/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/golden/**/*.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    css: true, // style sheets are part of the HTML report, and no empty texts
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...OF_THE_PROGRAM],
        },
      },
      {
        extends: true,
        test: { name: 'program', include: OF_THE_PROGRAM, globalSetup: 'test/cli/build-once.ts' },
      },
    ],
  },
});
