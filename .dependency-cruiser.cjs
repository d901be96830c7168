/**
 * The architecture, as rules: cli, web -> outputs -> excel, html, charts -> pictures -> presentation -> report -> metrics -> engines ->
 * reading -> files, chats -> errors, options; statistics beside all of them.
 * A layer may import any lower one. `node scripts/architecture.mjs` checks it.
 */
const TIERS = [
  ['cli', 'web'],
  ['outputs'],
  ['excel', 'html', 'charts'],
  ['pictures'],
  ['presentation'],
  ['report'],
  ['metrics'],
  ['engines'],
  ['reading'],
  ['files', 'chats'],
];
const BASE = '^src/(errors[.]ts|options[.]ts|options-[a-z-]+[.]ts|options/)';
const STATISTICS = '^src/statistics/';
const SAMPLE = '^src/sample/';
const INDEX = '^src/index[.]ts$';
const LAYERS = TIERS.flat();
const DATABASE_PACKAGES = '(^|node_modules/)(@duckdb/|duckdb|@clickhouse/|chdb|apache-arrow)';
const WORKBOOK_PACKAGES = '(^|node_modules/)(hucre|exceljs|@cj-tech-master/excelts)';

const inFolders = (names) => `^src/(${names.join('|')})/`;

/** A tier may not import the tiers above it, its neighbours (but html draws charts), samples or the public API. */
function tierRules(tier, level) {
  return tier
    .map((layer) => {
      const above = TIERS.slice(0, level).flat();
      const beside = tier.filter((other) => other !== layer && !(layer === 'html' && other === 'charts'));
      const forbidden = [...above, ...beside];
      return {
        name: `layers:${layer}`,
        severity: 'error',
        comment: `src/${layer} imports only what lies below it.`,
        from: { path: `^src/${layer}/` },
        to: {
          path: [
            ...(forbidden.length ? [inFolders(forbidden)] : []),
            ...(layer === 'cli' ? [] : layer === 'web' ? [INDEX] : [SAMPLE, INDEX]),
          ],
        },
      };
    })
    .filter((rule) => rule.to.path.length);
}

module.exports = {
  forbidden: [
    ...TIERS.flatMap(tierRules),
    {
      name: 'base-imports-nothing-above',
      severity: 'error',
      comment: 'Errors and options stand at the bottom: every layer reads them.',
      from: { path: BASE },
      to: { path: '^src/', pathNot: BASE },
    },
    {
      name: 'errors-import-mentions-alone',
      severity: 'error',
      from: { path: '^src/errors[.]ts$' },
      to: { path: '^src/', pathNot: '^src/options/mention[.]ts$' },
    },
    {
      name: 'statistics-stand-alone',
      severity: 'error',
      comment: 'Statistics are plain functions of numbers.',
      from: { path: STATISTICS },
      to: { path: '^src/', pathNot: STATISTICS },
    },
    {
      name: 'sample-stands-alone',
      severity: 'error',
      comment: 'The sample generator may use errors and options only.',
      from: { path: SAMPLE },
      to: { path: '^src/', pathNot: [SAMPLE, BASE] },
    },
    {
      name: 'public-api',
      severity: 'error',
      comment: 'The library offers files and what lies below them, not the faces.',
      from: { path: INDEX },
      to: { path: inFolders(['cli', 'web', 'charts']) },
    },
    {
      name: 'known-place',
      severity: 'error',
      comment: 'Every source file belongs to a layer: name a new one in .dependency-cruiser.cjs and docs.',
      from: {},
      to: { path: '^src/', pathNot: [inFolders(LAYERS), SAMPLE, STATISTICS, BASE, INDEX] },
    },
    {
      name: 'known-place-importer',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [inFolders(LAYERS), SAMPLE, STATISTICS, BASE, INDEX, '^src/[^/]+[.]d[.]ts$'],
      },
      to: {},
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'database-only-in-engines',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/engines/' },
      to: { path: DATABASE_PACKAGES },
    },
    {
      name: 'workbook-library-only-in-excel',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/excel/' },
      to: { path: WORKBOOK_PACKAGES },
    },
    {
      name: 'node-only-in-cli-and-its-engines',
      severity: 'error',
      comment: 'All else must run in a browser too.',
      from: { path: '^src/', pathNot: '^src/(cli|engines/(duckdb|clickhouse))/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'cli-loads-what-a-command-needs',
      severity: 'error',
      comment:
        'What is large to load is imported by the command that needs it, when it does: import() in a function.',
      from: { path: '^src/(cli|outputs)/' },
      to: {
        path: '^src/(sample|excel|html|engines/duckdb/(duckdb-engine|node-api))(/|[.])',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'engines-apart',
      severity: 'error',
      comment: 'What the builds of DuckDB share stands in engines/duckdb-sql; neither build knows the other.',
      from: { path: '^src/engines/(duckdb-wasm|duckdb-sql)/' },
      to: { path: '^src/engines/duckdb/' },
    },
    {
      name: 'clickhouse-apart',
      severity: 'error',
      comment: 'A server needs no build of DuckDB: the engine that reads files is given to it.',
      from: { path: '^src/engines/clickhouse/' },
      to: { path: ['^src/engines/duckdb(-wasm|-sql)?/', '(^|node_modules/)(@duckdb/|apache-arrow|chdb)'] },
    },
    {
      name: 'clickhouse-for-the-command-line',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|engines/clickhouse)/' },
      to: { path: ['^src/engines/clickhouse/', '(^|node_modules/)@clickhouse/'] },
    },
    {
      name: 'shared-sql-knows-no-build',
      severity: 'error',
      from: { path: '^src/engines/(duckdb-sql|shared-sql)/' },
      to: { path: ['^src/engines/(duckdb-wasm|clickhouse)/', DATABASE_PACKAGES] },
    },
    {
      name: 'native-engine-needs-no-browser',
      severity: 'error',
      comment: "The command line must not bundle the page's engine.",
      from: { path: '^src/(cli|engines/duckdb)/|^src/index[.]ts$' },
      to: { path: ['^src/engines/duckdb-wasm/', '(^|node_modules/)(@duckdb/duckdb-wasm|apache-arrow)'] },
    },
    {
      name: 'sources-do-not-import-tests-or-scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench|examples|dist)/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Files that a build of the page copies, by `?url`, are no modules.',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?]url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    builtInModules: { add: [] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
