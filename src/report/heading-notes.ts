import type { FilePlan } from '../chats/file-plan.js';
import { looseName } from '../options/names.js';

/** What to say of headings that a file has more than once, when one of them is read. */
export function repeatedHeadingNotes({ file, match: { columns } }: FilePlan): string[] {
  return columns.flatMap(({ heading, field }, at) => {
    const others = columns.flatMap((other, place) =>
      place !== at && other.field === null && looseName(other.heading) === looseName(heading)
        ? [place + 1]
        : [],
    );
    if (field === null || others.length === 0) return [];
    const left = others.length === 1 ? `column ${others.join()} is` : `columns ${others.join(', ')} are`;
    return [
      `${file.name} has the heading "${heading}" more than once: ${field} is read from column ${at + 1}, and ${left} not read.`,
    ];
  });
}
