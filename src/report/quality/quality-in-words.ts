import { inWords, type MentionWords } from '../../options/mention.js';
import type { DataQuality } from '../report.js';

/** What is said of the rows, with options named as a surface names them. */
export function qualityInWords(quality: DataQuality, words: MentionWords): DataQuality {
  return {
    ...quality,
    notes: quality.notes.map((note) => inWords(note, words)),
    warnings: quality.warnings.map((warning) => ({ ...warning, message: inWords(warning.message, words) })),
  };
}
