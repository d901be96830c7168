/** Where the time of a report goes, by what `--verbose` says of each step. */

/** Steps by what they belong to; a step that none names is a table of its own. @type {[RegExp, string][]} */
const PARTS = [
  [/^Reading /, 'reading and typing'],
  [/^Sorting out/, 'rejected, duplicate, range, derived columns'],
  [/^Looking for/, 'values that do not count'],
  [/^Computing /, ''],
];

/**
 * @param {{ seconds: number, output: string, steps: string }} measured a report made with --verbose
 * @returns {{ name: string, seconds: number }[]} parts in their order; they add up to the whole
 */
export function stepsOf({ seconds, output, steps }) {
  const begun = [...steps.matchAll(/^ *([\d.]+) s {2}(.+)$/gm)].map(([, at, name = '']) => ({
    at: Number(at),
    name,
  }));
  const made = Number(/^Time taken +([\d.]+) s/m.exec(`${output}\n${steps}`)?.[1] ?? seconds);
  /** @type {Map<string, number>} */
  const parts = new Map([['start of Node and engine', begun[0]?.at ?? 0]]);
  for (const [index, { at, name }] of begun.entries()) {
    const part = partOf(name);
    parts.set(part, (parts.get(part) ?? 0) + (begun[index + 1]?.at ?? made) - at);
  }
  parts.set('writing, and the end', seconds - made);
  return [...parts].map(([name, spent]) => ({ name, seconds: spent }));
}

/** @param {string} step */
function partOf(step) {
  const found = PARTS.find(([pattern]) => pattern.test(step));
  return found && found[1] !== '' ? found[1] : step.replace('Computing ', '');
}
