/** Whether the long tests run (`npm run test:long`): every case and many random inputs. The gate takes some of them. */
export const isLong = process.env['CHAT_METRICS_LONG'] === '1';

/** How many times something random is tried. */
export function times(inGate: number, inLongTests: number): number {
  return isLong ? inLongTests : inGate;
}

/** All cases in the long tests; in the gate as many of them as named, from the first to the last at even distances. */
export function someOf<Case>(cases: readonly Case[], most: number): Case[] {
  if (isLong || cases.length <= most) return [...cases];
  const step = (cases.length - 1) / Math.max(1, most - 1);
  return Array.from({ length: most }, (_, index) => cases[Math.round(index * step)] as Case);
}
