import { chatFields, neededFields, type ChatField } from '../../chats/columns.js';
import { isMapped, type MatchedColumn } from '../match-headings.js';
import { nearest } from '../../options/names.js';
import { seedHeadings, synonyms } from '../synonyms.js';
import { traitsOf, type ColumnTraits } from './column-traits.js';
import { conceptsOf, headingScore } from './heading-score.js';
import { valueFit } from './value-fit.js';
import { weakFit } from './weak-fit.js';

/** The best candidate for a field among the columns of a file. */
export interface Proposal {
  field: ChatField;
  /** The heading of the column, and its place from 0; null: no column comes into question. */
  heading: string | null;
  column: number | null;
  /** Why: one sentence for people. */
  reason: string;
  /** Of the rows looked at: how many have a value, how many different ones, and how many are read as what the field holds. */
  measure: { rows: number; filled: number; distinct: number; parsed: number } | null;
  /** Found by its heading already, or as good as sure, or to be asked about. */
  certainty: 'found' | 'likely' | 'doubtful' | 'none';
}

interface Candidate {
  field: ChatField;
  column: number;
  score: number;
  heading: number;
  parsed: number;
}

/** Rows that are looked at. */
const mostRows = 500;
/** A candidate below this is none. */
const lowest = 0.45;

/** The best candidate of every field, by what the headings say and by what the values are; none is proposed twice. */
export function proposals(
  columns: readonly MatchedColumn[],
  rows: readonly (readonly string[])[],
): Proposal[] {
  const sample = rows.slice(0, mostRows);
  const traits = columns.map((_, column) => traitsOf(sample, column));
  const chosen = chosenOf(columns, sample, traits);
  return chatFields.map((field) => {
    const found = columns.findIndex((column) => column.field === field);
    const column = columns[found];
    const known = traits[found];
    if (column && known) return foundProposal(field, column, found, known);
    const candidate = chosen.get(field);
    const its = candidate && traits[candidate.column];
    if (!candidate || !its) return noProposal(field);
    return proposalOf(candidate, columns[candidate.column]?.heading ?? '', its, sample.length > 0);
  });
}

/** Whether the heading of a column that is not read speaks for a field that is missing: it costs less to ask than proposals. */
export function maySayMore(columns: readonly MatchedColumn[]): boolean {
  const open = chatFields.filter((field) => columns.every((column) => column.field !== field));
  const free = columns.filter((column) => column.field === null && column.condition === null);
  return free.some(({ heading }) => {
    const about = conceptsOf(heading);
    return open.some((field) => headingScore(field, about) >= 0.6);
  });
}

function chosenOf(
  columns: readonly MatchedColumn[],
  rows: readonly (readonly string[])[],
  traits: readonly ColumnTraits[],
): Map<ChatField, Candidate> {
  const open = chatFields.filter((field) => columns.every((column) => column.field !== field));
  const free = columns.flatMap((column, at) =>
    column.field === null && column.condition === null ? [at] : [],
  );
  const concepts = columns.map(({ heading }) => conceptsOf(heading));
  const all = open.flatMap((field) =>
    free.flatMap((column): Candidate[] => {
      const its = traits[column];
      const about = concepts[column];
      if (!its || !about) return [];
      const name = columns[column]?.heading ?? '';
      const heading = Math.max(headingScore(field, about), likeness(field, name));
      const { score, parsed } = rows.length === 0 ? { score: 0.5, parsed: 0 } : valueFit(field, its);
      if (score === 0 || (rows.length < 2 && heading < 0.7)) return [];
      const all =
        heading > 0
          ? 0.3 + heading * 0.5 + score * 0.2
          : weakFit(field, its, { heading: name, about }, rows, column);
      return all < lowest ? [] : [{ field, column, score: all, heading, parsed }];
    }),
  );
  all.sort((a, b) => b.score - a.score || rank(a.field) - rank(b.field) || a.column - b.column);
  const chosen = new Map<ChatField, Candidate>();
  const taken = new Set<number>();
  for (const candidate of all) {
    if (chosen.has(candidate.field) || taken.has(candidate.column)) continue;
    chosen.set(candidate.field, candidate);
    taken.add(candidate.column);
  }
  return chosen;
}

/** How much a heading is like one of the known names of a field, misspelt. */
function likeness(field: ChatField, heading: string): number {
  const names = [seedHeadings[field], field, ...synonyms[field]].filter((name) => name.length > 5);
  return names.some((name) => nearest(name, [heading]) !== undefined) ? 0.7 : 0;
}

/** What is needed is served first. */
function rank(field: ChatField): number {
  return neededFields.includes(field) ? neededFields.indexOf(field) : neededFields.length;
}

function measureOf({ rows, filled, distinct }: ColumnTraits, parsed: number): Proposal['measure'] {
  return { rows, filled, distinct, parsed };
}

function foundProposal(field: ChatField, column: MatchedColumn, at: number, traits: ColumnTraits): Proposal {
  const { parsed } = valueFit(field, traits);
  const reason = isMapped(column) ? 'chosen by the user' : `its heading is known (${column.rule})`;
  return {
    field,
    heading: column.heading,
    column: at,
    reason,
    measure: measureOf(traits, parsed),
    certainty: 'found',
  };
}

function noProposal(field: ChatField): Proposal {
  const reason = 'no column has such a heading and such values';
  return { field, heading: null, column: null, reason, measure: null, certainty: 'none' };
}

function proposalOf(
  { field, column, score, heading, parsed }: Candidate,
  name: string,
  traits: ColumnTraits,
  hasRows: boolean,
): Proposal {
  const words =
    heading >= 0.9
      ? 'its heading says so'
      : heading > 0
        ? 'its heading speaks for it'
        : 'its heading says nothing';
  const reason = hasRows
    ? `${words}, and ${valuesInWords(field, traits, parsed)}`
    : `${words}; it has no values to look at`;
  const certainty = heading >= 0.6 && score >= 0.75 ? 'likely' : 'doubtful';
  return { field, heading: name, column, reason, measure: measureOf(traits, parsed), certainty };
}

function valuesInWords(field: ChatField, { filled, distinct }: ColumnTraits, parsed: number): string {
  const of = `${parsed.toLocaleString('en')} of ${filled.toLocaleString('en')} values`;
  switch (field) {
    case 'chat_id':
      return distinct === filled
        ? 'no value comes twice'
        : `most values come once (${distinct.toLocaleString('en')} of ${filled.toLocaleString('en')})`;
    case 'user_id':
      return `it has ${distinct.toLocaleString('en')} different values`;
    case 'closed_by':
      return `it has ${counted(distinct, 'name')} in ${counted(filled, 'row')}`;
    case 'closing_reason':
      return `it has ${counted(distinct, 'text')} in ${counted(filled, 'row')}`;
    case 'started_at':
    case 'ended_at':
    case 'assigned_at':
      return `${of} are dates`;
    case 'csat_score':
      return `${of} can be ratings (${distinct.toLocaleString('en')} different ones)`;
    case 'bot_first_response_seconds':
    case 'agent_first_response_seconds':
      return `${of} are numbers or times that passed`;
  }
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count.toLocaleString('en')} ${noun}s`;
}
