/**
 * Plants faults in a copy of the project, one at a time, and says which of them the tests catch: `npm run test:mutations`.
 * A change of the tests loses nothing that finds faults where each fault that was caught before is caught after.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/setup.mjs';
import { copyOf } from './copy.mjs';
import { faults } from './faults/index.mjs';
import { runTests, testFiles } from './tests.mjs';

/** @typedef {import('./faults/index.mjs').Fault} Fault */
/** @typedef {import('./tests.mjs').TestFile} TestFile */
/** @typedef {{ isCaught: boolean, text: string }} Verdict */

const help = `npm run test:mutations -- [options]

  --only NAME   Faults whose name, or the path of their file, has NAME in it; may be repeated.
  --list        Say which faults there are, whether they can be planted, and which tests ought to notice.
  --whole       Run all of vitest where the tests of a fault let it through.
  --unchecked   Do not run the tests without a fault first.

Each verdict has its reason beside it: on a busy machine a test may fail because it ran out of time.
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    list: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    unchecked: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const wanted = faults.filter(
  ({ name, file }) =>
    values.only.length === 0 || values.only.some((part) => `${name} ${file}`.includes(part)),
);
if (values.help) process.stdout.write(help);
else if (wanted.length === 0) fail(`There is no fault of that name. See them with --list.`);
else process.exitCode = values.list ? list() : await plantAll();

/** @returns {number} the exit code */
function list() {
  const all = testFiles(root);
  const problems = wanted.map((fault) => {
    const problem = [plantingProblem(root, fault), ...missingTests(fault, all)].filter(Boolean).join('; ');
    const { name, file, caughtBefore } = fault;
    console.log(`${caughtBefore ? 'caught before' : 'never caught '}  ${name}`);
    console.log(`               ${file}; ${filesFor(fault, all).map(inProject).join(', ')}`);
    if (problem) console.log(`               DOES NOT APPLY: ${problem}`);
    return problem;
  });
  return problems.some(Boolean) ? 1 : 0;
}

/** @returns {Promise<number>} the exit code */
async function plantAll() {
  const { folder, remove } = copyOf(root);
  process.once('exit', remove);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.once(signal, () => process.exit(130));
  const all = testFiles(folder);
  if (!values.unchecked) await checkGreen(folder, all);
  const counts = { caught: 0, lost: 0 };
  for (const fault of wanted) {
    const start = performance.now();
    const { isCaught, text } = await verdictOf(folder, fault, all);
    if (isCaught) counts.caught += 1;
    else if (fault.caughtBefore) counts.lost += 1;
    const seconds = ((performance.now() - start) / 1000).toFixed(0).padStart(4);
    console.log(
      `${isCaught ? 'caught    ' : 'NOT CAUGHT'} ${seconds} s  ${fault.name}\n                   ${text}`,
    );
  }
  if (counts.lost > 0) console.log(`${counts.lost} caught before and not now`);
  console.log(`${counts.caught} of ${wanted.length} caught`);
  return counts.lost > 0 ? 1 : 0;
}

/** A test that fails without a fault finds none.
 * @param {string} folder @param {readonly TestFile[]} all */
async function checkGreen(folder, all) {
  const files = new Set(wanted.flatMap((fault) => filesFor(fault, all).map(({ file }) => file)));
  if (files.size === 0) return;
  console.log(`running ${files.size} test files without a fault`);
  const outcome = await runTests(folder, [...files]);
  if (outcome.kind === 'green') return;
  fail(outcome.kind === 'red' ? `Without a fault this fails: ${said(outcome)}` : whyNone(outcome));
}

/** @param {string} folder @param {Fault} fault @param {readonly TestFile[]} all @returns {Promise<Verdict>} */
async function verdictOf(folder, fault, all) {
  const problems = [plantingProblem(folder, fault), ...missingTests(fault, all)].filter(Boolean);
  if (problems.length > 0) return { isCaught: false, text: `does not apply: ${problems.join('; ')}` };
  const path = join(folder, fault.file);
  const sound = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    sound.replace(fault.find, () => fault.replacement),
  );
  try {
    const narrow = await verdictBy(
      folder,
      filesFor(fault, all).map(({ file }) => file),
    );
    return narrow.isCaught || !values.whole ? narrow : await verdictBy(folder, []);
  } finally {
    writeFileSync(path, sound);
  }
}

/** @param {string} folder @param {readonly string[]} files @returns {Promise<Verdict>} */
async function verdictBy(folder, files) {
  const outcome = await runTests(folder, files);
  if (outcome.kind === 'green')
    return { isCaught: false, text: `let through by ${files.join(', ') || 'all tests'}` };
  if (outcome.kind === 'red') return { isCaught: true, text: said(outcome) };
  return { isCaught: outcome.kind === 'endless', text: whyNone(outcome) };
}

/** @param {Extract<import('./tests.mjs').Outcome, { kind: 'red' }>} outcome */
function said({ file, test, why }) {
  return `${file}: ${test}: ${why}`;
}

/** @param {Exclude<import('./tests.mjs').Outcome, { kind: 'red' }>} outcome */
function whyNone(outcome) {
  return outcome.kind === 'none'
    ? `the tests did not run: ${outcome.why.slice(-2000)}`
    : 'the tests do not end';
}

/** Why a fault cannot be planted; '' where it can.
 * @param {string} folder @param {Fault} fault */
function plantingProblem(folder, { file, find, replacement }) {
  try {
    const times = readFileSync(join(folder, file), 'utf8').split(find).length - 1;
    if (find === replacement) return 'it changes nothing';
    return times === 1 ? '' : `its text occurs ${times} times in ${file}`;
  } catch {
    return `${file} is gone`;
  }
}

/** @param {Fault} fault @param {readonly TestFile[]} all @returns {string[]} */
function missingTests({ tests }, all) {
  return tests
    .filter((filter) => !all.some(({ file }) => file.includes(filter)))
    .map((filter) => `no test file has "${filter}" in its path`);
}

/** @param {Fault} fault @param {readonly TestFile[]} all */
function filesFor({ tests }, all) {
  return all.filter(({ file }) => tests.some((filter) => file.includes(filter)));
}

/** @param {TestFile} test */
function inProject({ file, project }) {
  return `${file} (${project})`;
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(2);
}
