import type { Telling } from './expected.js';

const everything: Telling = {
  endedOnly: false,
  hidesBots: false,
  wholeMinutes: false,
  exactLength: true,
  countsFrom: 'assignment',
  tellsAssignment: true,
  ratings: 'stars',
};

/** What each platform can tell of the story. */
export const tellings: Readonly<Record<string, Telling>> = {
  verloop: everything,
  'verloop-master': everything,
  livechat: { ...everything, endedOnly: true, ratings: 'words' },
  intercom: { ...everything, countsFrom: 'start', tellsAssignment: false },
  'intercom-api': { ...everything, countsFrom: 'start', tellsAssignment: false },
  'zendesk-chat': {
    ...everything,
    endedOnly: true,
    countsFrom: 'start',
    tellsAssignment: false,
    ratings: 'words',
  },
  'zendesk-support': {
    ...everything,
    hidesBots: true,
    wholeMinutes: true,
    exactLength: false,
    countsFrom: 'start',
    tellsAssignment: false,
    ratings: 'words',
  },
  freshdesk: {
    ...everything,
    hidesBots: true,
    countsFrom: 'start',
    tellsAssignment: false,
    ratings: 'words',
  },
  freshchat: { ...everything, countsFrom: 'start', tellsAssignment: false },
  salesforce: { ...everything, wholeMinutes: true, exactLength: false },
  'genesys-cloud': {
    ...everything,
    endedOnly: true,
    hidesBots: true,
    wholeMinutes: true,
    countsFrom: null,
    tellsAssignment: false,
    ratings: null,
  },
  'amazon-connect': { ...everything, endedOnly: true, ratings: null },
  'zoho-salesiq': { ...everything, endedOnly: true, hidesBots: true, countsFrom: null },
};
