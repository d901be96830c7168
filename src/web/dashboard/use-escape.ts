import { useEffect } from 'preact/hooks';
import type { Filters } from '../state/settings.js';
import { chipsOf } from './filters.js';

/** Escape takes off the last filter, unless something that is open or typed in wants the key. */
export function useEscape(filters: Filters, onFilter: (filters: Filters) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const last = chipsOf(filters).at(-1);
      if (event.key !== 'Escape' || event.defaultPrevented || !last || isWanted(event.target)) return;
      onFilter(last.without);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [filters, onFilter]);
}

function isWanted(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, dialog') !== null;
}
