import type { Flag } from './flags.js';

/** How much a run may take. */
export const limitFlags: readonly Flag[] = [
  {
    name: 'memory',
    placeholder: 'SIZE',
    meaning:
      'What the engine may hold in memory before it goes on in the temporary folder, such as 500MB or 4GB (default: 1GB, for files of more than 4 GB 1.6GB).',
  },
  {
    name: 'max-rows',
    placeholder: 'N',
    meaning: 'Refuse input with more rows than this (default: any number).',
  },
  {
    name: 'max-unpacked',
    placeholder: 'SIZE',
    meaning:
      'Refuse a packed file or a workbook that unpacks to more than this, such as 10GB (default: 268MB, or 100 times its size where that is more).',
  },
];
