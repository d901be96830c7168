import type { Report } from '../report/report.js';

/**
 * The same report with files named without their folders, which are nobody's business where the report goes; of files of one
 * name, with as many folders as tell them apart.
 * @param names the files as they were named
 */
export function withBaseNames(report: Report, names: readonly string[]): Report {
  const pairs = [...shortNames(names)]
    .filter(([full, short]) => full !== short)
    .sort(([one], [other]) => other.length - one.length);
  if (pairs.length === 0) return report;
  const short = (text: string): string =>
    pairs.reduce((said, [full, name]) => said.replaceAll(full, name), text);
  const { source, data_quality: quality } = report;
  const ofFile = <Part extends { file: string }>(part: Part): Part => ({ ...part, file: short(part.file) });
  return {
    ...report,
    source: { ...source, files: source.files.map((file) => ({ ...file, name: short(file.name) })) },
    data_quality: {
      ...quality,
      rejected_examples: quality.rejected_examples.map(ofFile),
      warnings: quality.warnings.map(({ message, examples, ...warning }) => ({
        ...warning,
        message: short(message),
        examples: examples.map(ofFile),
      })),
      notes: quality.notes.map(short),
    },
  };
}

/** The shortest end of each path that no other one has. */
function shortNames(names: readonly string[]): Map<string, string> {
  const all = [...new Set(names)].map((name) => ({ name, parts: name.split(/[\\/]/) }));
  const end = (parts: readonly string[], length: number): string => parts.slice(-length).join('/');
  const short = ({ name, parts }: (typeof all)[number]): string => {
    for (let length = 1; length < parts.length; length += 1) {
      const tail = end(parts, length);
      if (all.every((other) => other.name === name || end(other.parts, length) !== tail)) return tail;
    }
    return name;
  };
  return new Map(all.map((one) => [one.name, short(one)]));
}
