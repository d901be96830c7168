/** 12345 -> `12,345`; null -> `n/a`. */
export function counted(value: unknown): string {
  return typeof value === 'number' ? value.toLocaleString('en-US') : 'n/a';
}

/** `1 day`, `29 days`. */
export function nouns(count: number, noun: string): string {
  return `${counted(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** 0.6278 -> `62.8 %`. */
export function percent(value: unknown): string {
  return typeof value === 'number' ? `${(value * 100).toFixed(1)} %` : 'n/a';
}

/** Up to `digits` decimals. */
export function decimal(value: unknown, digits = 2): string {
  return typeof value === 'number'
    ? value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits })
    : 'n/a';
}

/** 1536 -> `1.5 kB`. */
export function bytesText(bytes: number | null): string {
  if (bytes === null) return 'unknown size';
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power] ?? ''}`;
}
