import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { realPlace } from '../engines/duckdb/real-place.js';
import { unusableInput, wrongUse, type UserError } from '../errors.js';

/** A file that a run reads, as messages call it: `its input`, `the profile`. */
export interface Used {
  noun: string;
  path: string;
}

/** A file that a run writes, and the option that names it: `The report`, `-o`. */
export interface Written {
  label: string;
  flag: string;
  path: string;
}

/** Standard input and output as paths: redirected, they are files too. */
export const [standardInputPath, standardOutputPath] = ['/dev/stdin', '/dev/stdout'];

/** On these systems `A.csv` and `a.csv` are one file in nearly every folder. */
const isCaseBlind = process.platform === 'darwin' || process.platform === 'win32';

/** Keeps a run from writing over a file that it reads, or over another one that it writes, whatever they are called. */
export class Guard {
  readonly #used: readonly Used[];
  readonly #written: readonly Written[];
  readonly #ignoresCase: boolean;
  /** What the used files were when the run began. */
  #before = new Map<string, Used>();
  /** Files that have taken their place. */
  readonly #done: Written[] = [];

  constructor(used: readonly Used[], written: readonly Written[], ignoresCase: boolean = isCaseBlind) {
    this.#used = used;
    this.#written = written;
    this.#ignoresCase = ignoresCase;
  }

  /**
   * Looks at all files before the work.
   * @throws UserError, as one of wrong use, where two of them are the same.
   */
  async check(): Promise<void> {
    this.#before = await this.#signsOf(this.#used);
    const taken = new Map<string, Written>();
    for (const one of this.#written) {
      const signs = await this.#signs(one.path);
      const [used, other] = [found(this.#before, signs), found(taken, signs)];
      if (used) throw overwrites(one, used, wrongUse);
      if (other) throw sameOutput(other, one, wrongUse);
      for (const sign of signs) taken.set(sign, one);
    }
  }

  /**
   * Looks again right before files take their places: links and files may be others by now.
   * @throws UserError where one would take the place of a file that was read, or of another that is written.
   */
  readonly before = async (paths: readonly string[]): Promise<void> => {
    const now = await this.#signsOf(this.#used);
    const taken = await this.#signsOf(this.#done.filter(({ path }) => !paths.includes(path)));
    for (const one of paths.flatMap((path) => this.#named(path))) {
      const signs = await this.#signs(one.path);
      const [used, other] = [found(this.#before, signs) ?? found(now, signs), found(taken, signs)];
      if (used) throw overwrites(one, used, unusableInput);
      if (other) throw sameOutput(other, one, unusableInput);
      for (const sign of signs) taken.set(sign, one);
      this.#done.push(one);
    }
  };

  #named(path: string): Written[] {
    const [first] = this.#written;
    const named = this.#written.find((written) => written.path === path) ?? (first && { ...first, path });
    return named ? [named] : [];
  }

  async #signsOf<Named extends { path: string }>(files: readonly Named[]): Promise<Map<string, Named>> {
    const all = await Promise.all(files.map(async (file) => [await this.#signs(file.path), file] as const));
    return new Map(all.flatMap(([signs, file]) => signs.map((sign) => [sign, file] as const)));
  }

  /** What two paths have in common that lead to one file: the place without links, and what the system numbers it by. */
  async #signs(path: string): Promise<string[]> {
    const place = await stat(path, { bigint: true }).catch(() => null);
    if (place?.isCharacterDevice()) return [];
    const real = await realPlace(path);
    const name = this.#ignoresCase ? real.normalize('NFC').toLowerCase() : real;
    return place && place.ino > 0n ? [name, `${String(place.dev)}:${String(place.ino)}`] : [name];
  }
}

function found<Named>(files: ReadonlyMap<string, Named>, signs: readonly string[]): Named | undefined {
  return signs.map((sign) => files.get(sign)).find((file) => file !== undefined);
}

type MakeError = (code: string, message: string, hint: string) => UserError;

function overwrites({ label, flag, path }: Written, used: Used, error: MakeError): UserError {
  const same = resolve(used.path) === path ? '' : `: ${path} is the same file`;
  const message = `${label} would overwrite ${used.noun} ${used.path}${same}.`;
  return error('output_is_input', message, `Name another place with ${flag}.`);
}

function sameOutput(one: Written, other: Written, error: MakeError): UserError {
  const both = one.path === other.path ? one.path : `${one.path}, which is ${other.path} too`;
  const [cache, file] = one.label === cacheLabel ? [one, other] : [other, one];
  const remedy = `Name another place with ${other.flag}.`;
  if (cache.label === cacheLabel)
    return error('cache_is_output', `${file.label} would overwrite the cache ${both}.`, remedy);
  const message =
    one.label === other.label
      ? `Two files of ${one.flag} are the same: ${both}.`
      : `${one.label} and ${other.label} name the same file ${both}.`;
  return error('rejects_is_output', message, remedy);
}

/** How messages call the file that readings are kept in. */
export const cacheLabel = '--cache';
