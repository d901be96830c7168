/** How long the browser may take to begin saving a file, in milliseconds. */
const patience = 60_000;

/** Saves a file as the browser does with downloads. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), patience);
}
