import { useRef, useState } from 'preact/hooks';
import { controlAttributes, fieldId, type FieldProps } from './field-props.js';

const everyDay = /^(\d\d:\d\d)-(\d\d:\d\d)$/;

/**
 * Business hours: the same from and to on every day, or a text for anything else. A time that is stepped or picked counts at
 * once; digits may be followed by more.
 */
export function HoursField(props: FieldProps) {
  const { field, text, onType, onLeave } = props;
  const simple = everyDay.exec(text);
  const [wantsText, setWantsText] = useState(false);
  const isTyping = useRef(false);
  const onKeyDown = ({ key }: KeyboardEvent) => (isTyping.current = /^\d$/.test(key));
  const onTime = (range: string) => onType(range, !isTyping.current);
  const isText = wantsText || !simple;
  const [from = '', to = ''] = simple ? [simple[1], simple[2]] : [];
  return (
    <>
      {isText ? (
        <input
          {...controlAttributes(props)}
          type="text"
          aria-label="Business hours as text"
          value={text}
          placeholder="mon-fri 9:00-18:00; sat 10:00-14:00"
          onInput={(event) => onType(event.currentTarget.value)}
          onBlur={onLeave}
        />
      ) : (
        <div class="hours" onKeyDown={onKeyDown}>
          <input
            {...controlAttributes(props)}
            type="time"
            aria-label="Business hours begin"
            value={from}
            onInput={({ currentTarget: { value } }) => value && onTime(`${value}-${to}`)}
          />
          <span aria-hidden="true">–</span>
          <input
            {...controlAttributes(props)}
            id={`${fieldId(field)}-end`}
            type="time"
            aria-label="Business hours end"
            value={to === '24:00' ? '00:00' : to}
            onInput={({ currentTarget: { value } }) => value && onTime(`${from}-${value}`)}
          />
          <span>every day</span>
        </div>
      )}
      {simple && (
        <button type="button" class="quiet" onClick={() => setWantsText(!wantsText)}>
          {isText ? 'Same hours every day' : 'Hours by day, or several ranges'}
        </button>
      )}
    </>
  );
}
