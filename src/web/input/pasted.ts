import type { PageFile } from '../protocol.js';

/** What of the clipboard is read. */
interface Clipboard {
  files: Iterable<File>;
  getData: (type: 'text/plain') => string;
}

/** The files that are pasted, or the text of a table as a file; none where it is no table. */
export function pastedFiles(clipboard: Clipboard): PageFile[] {
  const files = [...clipboard.files].map((file) => ({ name: file.name, blob: file }));
  if (files.length > 0) return files;
  const text = clipboard.getData('text/plain');
  return isTable(text) ? [{ name: 'pasted.csv', blob: new Blob([text], { type: 'text/csv' }) }] : [];
}

/** Two lines at least, with something between fields in the first. */
function isTable(text: string): boolean {
  const [first = '', second = ''] = text.trim().split(/\r\n?|\n/, 2);
  return second !== '' && /[,;\t|]/.test(first);
}
