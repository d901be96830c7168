import { headingOf, wordingOf } from '../../metrics/wording.js';
import type { Report } from '../../report/report.js';
import { agentFigures, usualFigures } from './agent-rows.js';
import { Menu } from './menu.js';

interface ColumnChoiceProps {
  report: Report;
  names: readonly string[];
  onChange: (names: readonly string[]) => void;
}

/** Which figures of agents are shown. */
export function ColumnChoice({ report, names, onChange }: ColumnChoiceProps) {
  const wording = wordingOf(report.options);
  const toggle = (id: string) =>
    onChange(names.includes(id) ? names.filter((name) => name !== id) : [...names, id]);
  return (
    <Menu label="Columns">
      <fieldset class="choices">
        <legend class="unseen">Columns of the table of agents</legend>
        {agentFigures.map((metric) => (
          <label key={metric.id}>
            <input type="checkbox" checked={names.includes(metric.id)} onChange={() => toggle(metric.id)} />
            {headingOf(metric, wording)}
          </label>
        ))}
      </fieldset>
      <button type="button" class="quiet" onClick={() => onChange(usualFigures)}>
        The usual columns
      </button>
    </Menu>
  );
}
