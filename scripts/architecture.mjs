/** Checks the architecture: who may import whom (.dependency-cruiser.cjs), and that no source file grows too long. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { root } from './setup.mjs';

const MAX_LINES = 250;
const FEWEST_MODULES = 10;

process.chdir(root);
const problems = [...longFiles(), ...(await brokenRules())];
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;

/** @returns {string[]} */
function longFiles() {
  return sources()
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(
      ({ file, lines }) => `${file}: ${lines} lines, more than ${MAX_LINES}: give a part of it its own file`,
    );
}

/** @returns {Promise<string[]>} */
async function brokenRules() {
  const options = { ...(await extractOptions('./.dependency-cruiser.cjs')), outputType: undefined };
  const { output } = await cruise(['src'], options);
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a text, not a result');
  const seen = new Set(output.modules.map((module) => module.source));
  console.log(`${seen.size} modules, ${output.summary.totalDependenciesCruised ?? 0} imports`);
  return [
    ...unseen(seen),
    ...output.summary.violations.map(({ rule, from, to, cycle }) => {
      const way = cycle?.map(({ name }) => name) ?? [to];
      return `${rule.name}: ${[from, ...way].join(' -> ')}`;
    }),
  ];
}

/** With a TypeScript it cannot read, dependency-cruiser finds nothing wrong in nothing.
 * @param {Set<string>} seen @returns {string[]} */
function unseen(seen) {
  const modules = sources().filter((file) => /[.]tsx?$/.test(file));
  const few = modules.length > FEWEST_MODULES ? [] : [`only ${modules.length} modules in src`];
  return [...few, ...modules.filter((file) => !seen.has(file)).map((file) => `${file}: not seen`)];
}

/** @returns {string[]} every file in src, as `src/...` with forward slashes */
function sources() {
  return readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('.', join(entry.parentPath, entry.name)).split(sep).join('/'));
}
