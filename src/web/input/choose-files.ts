/** How the names of files end that the page reads, for the browser's choice of files. */
const endings = '.csv,.tsv,.txt,.gz,.zst,.zip,.xlsx,.xlsm,.json,.jsonl,.ndjson,.parquet';

/** Lets the user choose files; nothing happens when none is chosen. */
export function chooseFiles(onFiles: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = endings;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
  input.click();
}
