/**
 * Writes the parts of the documentation that come from the program itself: `node scripts/docs.mjs`. With `--check` it only
 * says whether they are up to date, and ends with 1 when one is not.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'oxfmt';
import { runnerImport } from 'vite';
import { root } from './setup.mjs';

/**
 * @typedef {import('../src/cli/flags.js').Flag} Flag
 * @typedef {typeof import('../src/metrics/catalog.js')} CatalogModule
 * @typedef {typeof import('../src/metrics/chat-columns.js')} ChatColumnsModule
 * @typedef {typeof import('../src/metrics/wording.js')} WordingModule
 * @typedef {typeof import('../src/options/options.js')} OptionsModule
 */

const FORMAT = JSON.parse(readFileSync(join(root, '.oxfmtrc.json'), 'utf8'));

/** @template T @param {string} path @returns {Promise<T>} a module of the program */
async function load(path) {
  const { module } = await runnerImport(join(root, path), { configFile: false, logLevel: 'error' });
  return /** @type {T} */ (module);
}

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|');

/** @param {readonly Flag[]} flags */
function optionsTable(flags) {
  const rows = flags.map(({ name, short, placeholder, default: fallback, meaning }) => {
    const flag = `${short ? `-${short}, ` : ''}--${name}${placeholder ? ` ${placeholder}` : ''}`;
    return `| \`${cell(flag)}\` | ${cell(meaning)} | ${fallback === undefined ? '' : `\`${cell(fallback)}\``} |`;
  });
  return ['| option | meaning | default |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * @param {CatalogModule} catalogModule @param {ChatColumnsModule} chatColumnsModule
 * @param {WordingModule} wordingModule @param {OptionsModule} optionsModule
 */
function definitions(
  { catalog, tableIds },
  { chatTable },
  { headingOf, meaningOf, wordingOf },
  { parseOptions, reportedOptions },
) {
  const wording = wordingOf(reportedOptions(parseOptions()));
  return [...tableIds.map((id) => ({ id, ...catalog[id] })), chatTable]
    .map(({ id, title, grain, columns }) => {
      const rows = columns.map(
        (column) =>
          `| \`${column.id}\` | ${cell(headingOf(column, wording))} | ${column.unit} | ${cell(meaningOf(column, wording))} |`,
      );
      const head = ['| column | heading | unit | meaning |', '| --- | --- | --- | --- |'];
      return [`## ${title}: \`${id}\``, '', grain, '', ...head, ...rows].join('\n');
    })
    .join('\n\n');
}

/** @type {{ reportCommand: { flags: readonly Flag[] } }} */
const { reportCommand } = await load('src/cli/report-command.ts');
const sections = [
  { file: 'README.md', name: 'options', text: optionsTable(reportCommand.flags) },
  {
    file: 'docs/metrics.md',
    name: 'definitions',
    text: definitions(
      await load('src/metrics/catalog.ts'),
      await load('src/metrics/chat-columns.ts'),
      await load('src/metrics/wording.ts'),
      await load('src/options/options.ts'),
    ),
  },
];

/** @type {{ configSchema: () => object }} */
const { configSchema } = await load('src/cli/config-schema.ts');
/** @type {{ reportSchema: (version: number) => object }} */
const { reportSchema } = await load('src/presentation/report-schema.ts');
/** @type {{ schemaVersion: number }} */
const { schemaVersion } = await load('src/presentation/report-json.ts');
const schemas = { configuration: configSchema(), report: reportSchema(schemaVersion) };

const isCheck = process.argv.includes('--check');
for (const { file, name, text } of sections) {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const section = new RegExp(`(<!-- ${name}: begin -->\n)[^]*(<!-- ${name}: end -->)`);
  if (!section.test(before)) throw new Error(`${file} has no section "${name}"`);
  const replaced = before.replace(section, (_, begin, end) => `${begin}\n${text}\n\n${end}`);
  const { code: after } = await format(path, replaced, FORMAT);
  if (after === before) continue;
  if (isCheck) {
    console.error(`${file} is out of date: run node scripts/docs.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, after);
  }
}

for (const [name, schema] of Object.entries(schemas)) {
  const path = join(root, 'schemas', `${name}.schema.json`);
  const { code: after } = await format(path, `${JSON.stringify(schema, null, 2)}\n`, FORMAT);
  if (existsSync(path) && readFileSync(path, 'utf8') === after) continue;
  if (isCheck) {
    console.error(`schemas/${name}.schema.json is out of date: run node scripts/docs.mjs`);
    process.exitCode = 1;
  } else {
    mkdirSync(join(root, 'schemas'), { recursive: true });
    writeFileSync(path, after);
  }
}
