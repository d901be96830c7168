import type { Flag } from './flags.js';

/** The headings under which help and completion tell the flags of a command, with the names of each; the first are the commonest. */
const groups: readonly [heading: string, names: string][] = [
  [
    'Common',
    'output format from to through last month period business-hours bots config quiet save-profile map-interactively',
  ],
  ['What is written', 'with-chats rejects csv-bom full-paths created strict small-n compare'],
  ['Which chats', 'agent closing-reason weekday half-hour'],
  [
    'What counts as what',
    'week-start holidays nobody open-status csat-scale csat-satisfied timeout-reasons response-target edge-days shift-gap',
  ],
  [
    'How files are read',
    'profile map date-order source-timezone timezone sheet delimiter rows id-scope unit decimal excel-swap',
  ],
  ['How it runs', 'cache memory max-rows max-unpacked verbose'],
  ['On a ClickHouse server', 'engine table scratch on-shards query-timeout password-file'],
];

/** Flags under headings; those that stand in no group come under the first. */
export function groupedFlags(flags: readonly Flag[]): [heading: string, flags: Flag[]][] {
  const placed = new Set(groups.flatMap(([, names]) => names.split(' ')));
  return groups
    .map(([heading, text], index): [string, Flag[]] => {
      const names = text.split(' ');
      const own = names.flatMap((name) => flags.find((flag) => flag.name === name) ?? []);
      return [heading, index === 0 ? [...own, ...flags.filter(({ name }) => !placed.has(name))] : own];
    })
    .filter(([, own]) => own.length > 0);
}
