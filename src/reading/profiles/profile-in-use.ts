import type { ChatField } from '../../chats/columns.js';
import { conditionNames } from '../condition-names.js';
import type { FilePlan } from '../plan.js';
import { isMapped, type MatchedColumn } from '../match-headings.js';
import type { Profile, ProfileField } from './profile.js';

/** The way in which a file was read, as a profile of its own: its headings, with the rules that were used for them. */
export function profileInUse({ file, match, rules, writings }: FilePlan): Profile {
  const { profile, columns } = match;
  const fields = columns.flatMap((column): [ChatField, ProfileField][] =>
    column.field ? [[column.field, fieldInUse(column.field, column)]] : [],
  );
  const conditions = conditionNames.flatMap((name): [string, unknown][] => {
    const column = columns.find(({ condition }) => condition === name);
    return column && profile[name] ? [[name, { ...profile[name], headings: [column.heading] }]] : [];
  });
  return {
    name: 'my-platform',
    title: `Export such as ${file.name}`,
    evidence: 'Written by chat-metrics inspect --save-profile.',
    fields: Object.fromEntries(fields),
    ...Object.fromEntries(conditions),
    ...(profile.options ? { options: profile.options } : {}),
  };

  function fieldInUse(field: ChatField, column: MatchedColumn): ProfileField {
    const known = isMapped(column) ? {} : profile.fields[field];
    const unit = rules.units[field] ?? writings?.durations[field]?.clock;
    return { ...known, headings: [column.heading], ...(unit ? { unit } : {}) };
  }
}
