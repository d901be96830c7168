import { optionCatalog } from '../../options/catalog.js';
import { nameKey } from '../../options/names.js';
import { countText } from '../shell/numbers.js';
import type { Session } from '../state/session.js';
import type { Settings } from '../state/settings.js';
import { withBot } from './changes.js';

/** So many closers are shown, those with most chats first. */
const mostShown = 40;

/** Who closed chats, and which of them are bots. */
export function BotsPanel({ session }: { session: Session }) {
  const { settings, closers } = session.state;
  const bots = botsOf(settings.value);
  const names = new Set(bots.map(nameKey));
  return (
    <section class="card" aria-labelledby="bots-title">
      <h2 id="bots-title">Bots</h2>
      <p>Closers with a tick are bots; all others are agents.</p>
      {closers.value.length === 0 ? (
        <NamesField session={session} bots={bots} />
      ) : (
        <ul class="closers">
          {closers.value.slice(0, mostShown).map(({ name, chats, isBot }) => (
            <li key={name}>
              <label>
                <input
                  type="checkbox"
                  checked={names.has(nameKey(name)) || (isBot && !hasChanged(settings.value))}
                  onChange={(event) =>
                    session.setAll(withBot(settings.value, bots, name, event.currentTarget.checked))
                  }
                />
                {name} <span class="amount">{countText(chats)} chats</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const hasChanged = (settings: Settings): boolean => settings.bots !== undefined;

function NamesField({ session, bots }: { session: Session; bots: readonly string[] }) {
  return (
    <label class="field">
      <span>Names of bots</span>
      <input
        type="text"
        value={bots.join(', ')}
        onChange={(event) => session.set('bots', namesOf(event.currentTarget.value))}
      />
    </label>
  );
}

const namesOf = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/** The names that are bots now. */
function botsOf({ bots }: Settings): string[] {
  try {
    return optionCatalog.bots.parse(bots ?? optionCatalog.bots.default, 'bots');
  } catch {
    return [];
  }
}
