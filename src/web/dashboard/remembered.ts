import { useState } from 'preact/hooks';

/** A choice of how things are shown that the browser keeps, where it lets us: a list of words. */
export function useRemembered(
  name: string,
  first: readonly string[],
): [readonly string[], (now: readonly string[]) => void] {
  const key = `chat-metrics.${name}`;
  const [value, setValue] = useState<readonly string[]>(() => kept(key) ?? first);
  const change = (now: readonly string[]) => {
    setValue(now);
    keep(key, now);
  };
  return [value, change];
}

function kept(key: string): string[] | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
  } catch {
    return null;
  }
}

function keep(key: string, value: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // full or forbidden: the choice holds for this visit
  }
}
