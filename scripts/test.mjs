/**
 * The whole gate, as `npm test`: sets up what is missing, runs every check, and closes with "N passed, N failed".
 * Checks that need nothing of each other run side by side. `--long` has the tests that are too long for every change.
 */
import { join } from 'node:path';
import { setupDebianPackages } from './debian-packages.mjs';
import { build, buildPage, root, setupPackages } from './setup.mjs';
import { gate, inTurn, timed } from './side-by-side.mjs';
import { vitest } from './vitest-gate.mjs';

const TOOLS = join(root, 'node_modules');
const UNUSED_DIRECTIVES = ['--report-unused-disable-directives-severity', 'error'];
const CHECKS = {
  types: [join(TOOLS, 'typescript-native/bin/tsc'), '--noEmit'],
  lint: [join(TOOLS, 'oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', ...UNUSED_DIRECTIVES],
  format: [join(TOOLS, 'oxfmt/bin/oxfmt'), '--check'],
  architecture: ['scripts/architecture.mjs'],
  'unused code': [join(TOOLS, 'knip/bin/knip.js')],
  docs: ['scripts/docs.mjs', '--check'],
};

const start = performance.now();
setupPackages({ forTests: true });
const byHand = setupDebianPackages();
if (byHand) {
  console.error(byHand);
  process.exit(1);
}

const builds = await inTurn(Object.entries({ build, 'build of the page': buildPage }), ([name, work]) =>
  timed(name, work),
);
const [{ verdict, tests, slowest }, checks] = await Promise.all([
  vitest({ isLong: process.argv.includes('--long') }),
  inTurn(Object.entries(CHECKS), ([name, command]) => gate(name, command)),
]);

const gates = [...builds, ...checks, verdict];
console.log(`The slowest files of tests:\n${slowest.join('\n')}\n`);
console.log(gates.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`).join('\n'));
console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  in all\n`);

const broken = gates.filter(({ isRight }) => !isRight).length;
const failed = tests.failed + broken;
const passed = tests.passed + gates.length - broken;
console.log(`${passed} passed, ${failed} failed${tests.skipped ? `, ${tests.skipped} skipped` : ''}`);
process.exitCode = failed ? 1 : 0;
