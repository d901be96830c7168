import type { Filters } from '../state/settings.js';
import { chipsOf } from './filters.js';

interface ChipsProps {
  filters: Filters;
  onFilter: (filters: Filters) => void;
}

/** The filters that are on, each with a way to take it off. */
export function Chips({ filters, onFilter }: ChipsProps) {
  const chips = chipsOf(filters);
  if (chips.length === 0) return null;
  return (
    <div class="chips" role="group" aria-label="Filters that are on">
      <p class="chips-say">Only chats with</p>
      <ul>
        {chips.map(({ kind, value, without }) => (
          <li key={`${kind} ${value}`}>
            <button
              type="button"
              class="chip"
              aria-label={`${kind}: ${value}. Remove this filter`}
              onClick={() => onFilter(without)}
            >
              <span class="chip-kind">{`${kind}: `}</span>
              <bdi>{value}</bdi>
              <span class="chip-end" aria-hidden="true">
                ×
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={() => onFilter({})}>
        Clear all
      </button>
      <p class="chips-say hint">Esc takes off the last one.</p>
    </div>
  );
}
