import type { PageFile } from '../protocol.js';

const readable = /\.(csv|tsv|txt|gz|zst|zip|xlsx|xlsm|json|jsonl|ndjson|parquet)$/i;

/** The files that are dropped; of a folder, those in it whose names end as those of exports do. */
export async function droppedFiles({ items }: DataTransfer): Promise<PageFile[]> {
  const entries = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = entries.map(({ entry, file }) => {
    if (entry?.isDirectory) return filesOf(entry as FileSystemDirectoryEntry);
    return Promise.resolve(file ? [file] : []);
  });
  return (await Promise.all(found)).flat().map((file) => ({ name: file.name, blob: file }));
}

async function filesOf(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const entries = await entriesOf(folder.createReader());
  const files = entries.filter((entry) => entry.isFile && readable.test(entry.name));
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    files.map(
      (entry) => new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    ),
  );
}

/** A browser gives the entries of a folder a hundred at a time. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  return some.length === 0 ? [] : [...some, ...(await entriesOf(reader))];
}
