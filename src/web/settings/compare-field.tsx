import { useState } from 'preact/hooks';
import { controlAttributes, type FieldProps } from './field-props.js';

type Mode = 'none' | 'previous' | 'dates';

const modeOf = (text: string): Mode => (text === '' ? 'none' : text === 'previous' ? 'previous' : 'dates');

/** What the figures are set beside: nothing, the range before, or dates. */
export function CompareField(props: FieldProps) {
  const { text, onType } = props;
  const [chosen, setMode] = useState<Mode | null>(null);
  const mode = chosen ?? modeOf(text);
  const choose = (next: Mode) => {
    setMode(next === 'dates' ? next : null);
    if (next !== 'dates') onType(next === 'none' ? '' : next, true);
  };
  return (
    <>
      <select
        {...controlAttributes(props)}
        aria-label="Compare with"
        value={mode}
        onChange={(event) => choose(event.currentTarget.value as Mode)}
      >
        <option value="none">Nothing</option>
        <option value="previous">The range before</option>
        <option value="dates">Other dates</option>
      </select>
      {mode === 'dates' && <Dates {...props} />}
    </>
  );
}

function Dates({ text, onType }: FieldProps) {
  const [first = '', end = ''] = text === 'previous' ? [] : text.split('..');
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(end);
  const change = (start: string, stop: string) => {
    setFrom(start);
    setTo(stop);
    if (start && stop) onType(`${start}..${stop}`);
  };
  return (
    <div class="hours">
      <input
        type="date"
        aria-label="Compare from"
        value={from}
        onInput={(event) => change(event.currentTarget.value, to)}
      />
      <span aria-hidden="true">–</span>
      <input
        type="date"
        aria-label="Compare up to, not included"
        value={to}
        onInput={(event) => change(from, event.currentTarget.value)}
      />
    </div>
  );
}
