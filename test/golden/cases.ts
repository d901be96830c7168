import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { optionCatalog, optionNames, type OptionName } from '../../src/options/catalog.js';
import { kebab } from '../../src/options/names.js';
import type { CaseOptions } from '../cases/case.js';

const inputs = resolve('test/input');
const outputs = resolve('test/output');

/** One golden case: a folder of `test/input`, described by its `options.json`. */
export interface GoldenCase {
  name: string;
  /** What is odd about its files. */
  about: string;
  /** Files to report on; default: `input.csv`. */
  files: string[];
  /** Further arguments of `report`. */
  arguments: string[];
  /** Another case whose tables must be the same, cell by cell: the same chats, written otherwise. */
  tables_as?: string;
  /** The tables must be those of the reference computation; its file has the seed's headings and dates. */
  reference?: boolean;
  /** The folder of its files. */
  folder: string;
  /** The folder of what it must give. */
  output: string;
}

export const goldenCases: GoldenCase[] = readdirSync(inputs)
  .filter((name) => existsSync(join(inputs, name, 'options.json')))
  .sort()
  .map((name) => {
    const folder = join(inputs, name);
    const options = JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8'));
    return { files: ['input.csv'], arguments: [], ...options, name, folder, output: join(outputs, name) };
  });

/** Names of output folders that no case has. */
export function orphans(): string[] {
  const known = new Set(goldenCases.map(({ name }) => name));
  return existsSync(outputs) ? readdirSync(outputs).filter((name) => !known.has(name)) : [];
}

/** The case's arguments as the reference takes them: `['--week-start', 'sunday']` -> `{ weekStart: 'sunday' }`. */
export function referenceOptions({ arguments: args }: GoldenCase): CaseOptions {
  const pairs = args.flatMap((word, index) => {
    const name = optionNames.find((option) => word === `--${kebab(option)}`);
    return name && name !== 'dateOrder' ? [[name, plainValue(name, args[index + 1] ?? '')]] : [];
  });
  return Object.fromEntries(pairs) as CaseOptions;
}

function plainValue(name: OptionName, text: string): unknown {
  if (Array.isArray(optionCatalog[name].default)) return text.split(',');
  return name === 'csatSatisfied' ? Number(text) : text;
}
