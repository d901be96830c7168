import type { ChatField } from '../../chats/columns.js';
import { withoutAccents } from '../../options/names.js';
import { headingZone } from '../heading-hints.js';
import { conceptWords, type Concept } from './heading-concepts.js';

const concepts = Object.keys(conceptWords) as Concept[];
const words = new Map(concepts.map((concept) => [concept, conceptWords[concept].split(/\s+/)]));

/** What the words of a heading are about. */
export function conceptsOf(heading: string): ReadonlySet<Concept> {
  const parts = withoutAccents(headingZone(heading).base.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).match(
    /[\p{L}\p{N}]+/gu,
  );
  const found = (parts ?? []).flatMap((part) => concepts.filter((concept) => isAbout(part, concept)));
  return new Set(found);
}

function isAbout(part: string, concept: Concept): boolean {
  return (words.get(concept) ?? []).some((word) => {
    if (word.endsWith('.')) return part === word.slice(0, -1);
    if (word.length > 4) return part.includes(word);
    return word.length === 4 ? part.startsWith(word) : part === word;
  });
}

/** How much a heading says that it is a field's, from 0 to 1; 0 where it says something else. */
export function headingScore(field: ChatField, about: ReadonlySet<Concept>): number {
  const has = (...wanted: Concept[]): boolean => wanted.every((concept) => about.has(concept));
  const hasAny = (...wanted: Concept[]): boolean => wanted.some((concept) => about.has(concept));
  switch (field) {
    case 'chat_id':
      if (hasAny('agent', 'rating', 'response', 'start', 'end')) return 0;
      if (has('user')) return has('chat', 'id') ? 0.7 : 0;
      return has('chat', 'id') ? 1 : has('chat') ? 0.7 : has('id') ? 0.6 : 0;
    case 'user_id':
      if (hasAny('agent', 'rating', 'response', 'close')) return 0;
      return has('user', 'id') ? 1 : has('user') ? 0.9 : 0;
    case 'closed_by':
      if (hasAny('response', 'rating', 'reason', 'start')) return 0;
      if (has('close', 'by')) return 1;
      if (has('agent')) return has('first') ? 0.5 : has('id') ? 0.6 : 0.9;
      if (has('assign')) return 0.6;
      return has('by') ? 0.5 : 0;
    case 'closing_reason':
      return has('reason') ? (hasAny('close', 'end') ? 1 : 0.8) : 0;
    case 'started_at':
      return hasAny('end', 'close', 'assign', 'other', 'response') ? 0 : has('start') ? 1 : 0;
    case 'ended_at':
      if (hasAny('start', 'assign', 'other', 'response')) return 0;
      return has('end') ? 1 : has('close') ? 0.9 : 0;
    case 'assigned_at':
      return has('assign') ? 1 : 0;
    case 'bot_first_response_seconds':
      return has('bot', 'response') ? 1 : 0;
    case 'agent_first_response_seconds':
      if (has('bot')) return 0;
      return has('response') ? (has('first') ? 1 : 0.6) : 0;
    case 'csat_score':
      // a note is a text in other languages: only numbers make it likely
      return has('rating') ? (has('response') ? 0.6 : 1) : has('mark') ? 0.6 : 0;
  }
}
