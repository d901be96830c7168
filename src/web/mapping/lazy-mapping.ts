import { lazily } from '../shell/lazily.js';

/** The view of columns and dates. */
export const MappingView = lazily(async () => (await import('./mapping-view.js')).MappingPage).Part;
