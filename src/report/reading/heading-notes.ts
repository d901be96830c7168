import type { FilePlan } from '../../reading/plan.js';
import { looseHeadings } from '../../reading/match-headings.js';

/** What to say of headings that a file has more than once, when one of them is read. */
export function repeatedHeadingNotes({ file, match: { columns } }: FilePlan): string[] {
  const names = looseHeadings(columns.map((column) => column.heading)).map(([name]) => name);
  return columns.flatMap(({ heading, field }, at) => {
    if (field === null) return [];
    const others = columns.flatMap((other, place) =>
      place !== at && other.field === null && names[place] === names[at] ? [place + 1] : [],
    );
    if (others.length === 0) return [];
    const left = others.length === 1 ? `column ${others.join()} is` : `columns ${others.join(', ')} are`;
    return [
      `${file.name} has the heading "${heading}" more than once: ${field} is read from column ${at + 1}, and ${left} not read.`,
    ];
  });
}
