import { effect, signal, type Signal } from '@preact/signals';
import type { Memory } from './memory.js';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The theme of the page, shown on its root element and kept for the next visit. */
export function followTheme(memory: Memory, root: HTMLElement): Signal<Theme> {
  const theme = signal(themes.find((one) => one === memory.read('theme')) ?? 'system');
  effect(() => {
    root.dataset['theme'] = theme.value;
    memory.write('theme', theme.value === 'system' ? null : theme.value);
  });
  return theme;
}
