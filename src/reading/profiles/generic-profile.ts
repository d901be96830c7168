import { chatFields } from '../../chats/columns.js';
import type { Profile } from './profile.js';
import { translatedHeadings } from '../translated-headings.js';
import { statusWords } from '../status-words.js';
import { yesNoHeadings } from '../yes-no-status.js';
import { seedHeadings, synonyms } from '../synonyms.js';

/** Reads any export by the names of our fields, the seed's headings and their synonyms. */
export const genericProfile: Profile = {
  name: 'generic',
  title: 'Any export with headings that say what they hold',
  evidence: 'Headings are compared with the names of our fields and with common synonyms.',
  fields: Object.fromEntries(
    chatFields.map((field) => {
      const bare = field.replace(/_seconds$/, '');
      const headings = [seedHeadings[field], field, bare, `${bare}_time`, ...synonyms[field]];
      return [field, { headings: [...headings, ...translatedHeadings[field]] }];
    }),
  ),
  open_when: { headings: [...statusWords.headings, ...yesNoHeadings], values: ['open'] },
};
