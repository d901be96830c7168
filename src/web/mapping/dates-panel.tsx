import type { DateOrder } from '../../reading/dates/layout.js';
import type { FileRead } from '../protocol.js';
import { asksForOrder } from '../state/questions.js';
import type { Session } from '../state/session.js';
import { dateReadings, orderNames } from '../state/date-readings.js';
import { settingLabels } from '../state/setting-words.js';
import { ZoneChoice } from './zone-choice.js';

/** How dates and times are read, and how that was found. */
export function DatesPanel({ session }: { session: Session }) {
  const { looked, read, settings } = session.state;
  const example = looked.value?.find(({ dateExample }) => dateExample !== null)?.dateExample ?? null;
  const readings = example === null ? [] : dateReadings(example);
  const isUndecided = asksForOrder(read.value ?? []);
  const isConflict = read.value?.some(({ decision }) => decision.kind === 'conflict') ?? false;
  return (
    <section class={isUndecided || isConflict ? 'card warning' : 'card'} aria-labelledby="dates-title">
      <h2 id="dates-title">Dates and times</h2>
      {isUndecided && (
        <p>
          <strong>No date of the file says which of its numbers is the day.</strong> Choose, and check it with
          the example.
        </p>
      )}
      {isConflict && <strong>The dates of the file contradict each other.</strong>}
      {read.value?.map((file) => (
        <Evidence key={file.name} file={file} />
      ))}
      {readings.length > 0 && example !== null && (
        <OrderChoice
          session={session}
          example={example}
          readings={readings}
          chosen={settings.value.dateOrder}
        />
      )}
      {example !== null && readings.length === 0 && (
        <p>
          Such as <code>{example}</code>: the order is plain.
        </p>
      )}
      {looked.value?.some(({ form }) => form.kind === 'xlsx') && <SwapChoice session={session} />}
      <DecimalChoice session={session} />
      <ZoneChoice session={session} name="sourceTimezone" none="as written" />
      <ZoneChoice session={session} name="timezone" none="the zone of the file" />
    </section>
  );
}

function Evidence({ file: { name, decision, zones } }: { file: FileRead }) {
  const zone = Object.values(zones)[0];
  return (
    <p class="evidence">
      {name}: {decision.evidence}.{zone ? ` Its headings name the zone ${zone}.` : ''}
    </p>
  );
}

function SwapChoice({ session }: { session: Session }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={session.state.settings.value.excelSwap !== 'off'}
        onChange={(event) => session.set('excelSwap', event.currentTarget.checked ? 'auto' : 'off')}
      />
      {settingLabels.excelSwap}
    </label>
  );
}

function DecimalChoice({ session }: { session: Session }) {
  const chosen = session.state.settings.value.decimal;
  return (
    <label class="field">
      <span>{settingLabels.decimal}</span>
      <select
        value={typeof chosen === 'string' ? chosen : ''}
        onChange={(event) => session.set('decimal', event.currentTarget.value || undefined)}
      >
        <option value="">found by the values</option>
        <option value="point">point: 7,900.5</option>
        <option value="comma">comma: 7.900,5</option>
      </select>
    </label>
  );
}

interface OrderProps {
  session: Session;
  example: string;
  readings: ReturnType<typeof dateReadings>;
  chosen: unknown;
}

function OrderChoice({ session, example, readings, chosen }: OrderProps) {
  const found = session.state.read.value?.[0]?.decision.order;
  const set = (order: DateOrder | undefined): void => session.set('dateOrder', order);
  return (
    <fieldset class="choices">
      <legend>
        {settingLabels.dateOrder}: <code>{example}</code> is
      </legend>
      <label>
        <input type="radio" name="order" checked={chosen === undefined} onChange={() => set(undefined)} />
        found by all dates of the file{found ? `: ${orderNames[found].toLowerCase()}` : ''}
      </label>
      {readings.map(({ order, text }) => (
        <label key={order}>
          <input type="radio" name="order" checked={chosen === order} onChange={() => set(order)} />
          {orderNames[order]}
          {text === null ? ': not a date' : `: ${text}`}
        </label>
      ))}
    </fieldset>
  );
}
