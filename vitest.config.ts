import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that run the built program. */
const OF_THE_PROGRAM = ['test/bad/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/golden/**/*.test.ts'];

/** Tests with ClickHouse in their process, which holds one for good: a process for each file. */
const OF_CLICKHOUSE = [
  'test/engines/clickhouse/**/*.test.ts',
  'test/engines/conformance-clickhouse.test.ts',
  'test/cli/clickhouse.test.ts',
  'test/cli/on-shards.test.ts',
];

/** Tests that open the built page. */
const OF_THE_PAGE = ['test/cli/serve*.test.ts', 'test/web/e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    css: true, // style sheets are part of the HTML report, and no empty texts
    // no measure of speed: only for what hangs, on a machine that does other work too
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...OF_THE_PROGRAM, ...OF_THE_PAGE, ...OF_CLICKHOUSE],
          isolate: false, // modules are loaded once for all files: a third of the time of small tests
        },
      },
      {
        extends: true,
        test: {
          name: 'clickhouse',
          include: OF_CLICKHOUSE,
          globalSetup: 'test/cli/build-once.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'program',
          include: OF_THE_PROGRAM,
          exclude: [...configDefaults.exclude, ...OF_THE_PAGE, ...OF_CLICKHOUSE],
          isolate: false,
          globalSetup: 'test/cli/build-once.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: OF_THE_PAGE,
          isolate: false,
          globalSetup: 'test/web/e2e/build-page-once.ts',
          // a browser with an engine in it wants the machine for itself: after all else
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
