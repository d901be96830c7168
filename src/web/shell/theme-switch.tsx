import type { Signal } from '@preact/signals';
import { themes, type Theme } from '../state/theme.js';

const names: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Chooses between light and dark. */
export function ThemeSwitch({ theme }: { theme: Signal<Theme> }) {
  return (
    <label class="theme-switch">
      <span class="visually-hidden">Colours</span>
      <select
        value={theme.value}
        onChange={(event) => {
          theme.value = themes.find((one) => one === event.currentTarget.value) ?? 'system';
        }}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
