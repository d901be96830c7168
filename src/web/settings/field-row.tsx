import { optionCatalog } from '../../options/catalog.js';
import { settingLabels } from '../state/setting-words.js';
import { CompareField } from './compare-field.js';
import { controlAttributes, fieldId, type FieldProps } from './field-props.js';
import { HoursField } from './hours-field.js';
import { zoneNamesId } from './zone-names.js';

/** One setting: its name, its control, what it means, and what is wrong with it. */
export function FieldRow(props: FieldProps) {
  const { field, problem } = props;
  const id = fieldId(field);
  const isGroup = field.kind === 'hours' || field.kind === 'compare';
  return (
    <div class="field" {...(isGroup ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}>
      {isGroup ? (
        <p class="field-label" id={`${id}-label`}>
          {settingLabels[field.name]}
        </p>
      ) : (
        <label class="field-label" for={id}>
          {settingLabels[field.name]}
        </label>
      )}
      <Control {...props} />
      <p class="field-problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <p class="field-help" id={`${id}-help`}>
        {optionCatalog[field.name].meaning}
      </p>
    </div>
  );
}

function Control(props: FieldProps) {
  const { field, text, onType, onLeave } = props;
  if (field.kind === 'hours') return <HoursField {...props} />;
  if (field.kind === 'compare') return <CompareField {...props} />;
  if (field.kind === 'choice')
    return (
      <select
        {...controlAttributes(props)}
        value={text}
        onChange={(event) => onType(event.currentTarget.value, true)}
      >
        {field.choices?.map((choice) => (
          <option key={choice} value={choice} selected={choice === text}>
            {choice === '' ? field.whenEmpty : choice.charAt(0).toUpperCase() + choice.slice(1)}
          </option>
        ))}
      </select>
    );
  const isDay = field.kind === 'day' && /^(\d{4}-\d{2}-\d{2}( 00:00:00)?)?$/.test(text);
  return (
    <input
      {...controlAttributes(props)}
      type={isDay ? 'date' : 'text'}
      value={isDay ? text.slice(0, 10) : text}
      autocomplete="off"
      spellcheck={false}
      {...(field.kind === 'number' ? { inputMode: 'decimal' as const } : {})}
      {...(field.whenEmpty ? { placeholder: field.whenEmpty } : {})}
      {...(field.kind === 'zone' ? { list: zoneNamesId } : {})}
      onInput={(event) => onType(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}
