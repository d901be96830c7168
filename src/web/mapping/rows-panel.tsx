import type { Session } from '../state/session.js';
import { settingLabels } from '../state/setting-words.js';

const choices = {
  rows: [
    ['', 'found from the first rows'],
    ['chat', 'each is a chat; of rows with one id the last counts'],
    ['leg', 'those with one id are one chat'],
  ],
  idScope: [
    ['', 'all files together'],
    ['file', 'each file for itself'],
  ],
} as const;

/** What a row is, and where an id means the same chat. */
export function RowsPanel({ session }: { session: Session }) {
  return (
    <section class="card" aria-labelledby="rows-title">
      <h2 id="rows-title">Rows and ids</h2>
      <RowsChoice session={session} name="rows" />
      <RowsChoice session={session} name="idScope" />
    </section>
  );
}

function RowsChoice({ session, name }: { session: Session; name: keyof typeof choices }) {
  const chosen = session.state.settings.value[name];
  return (
    <label class="field">
      <span>{settingLabels[name]}</span>
      <select
        value={typeof chosen === 'string' ? chosen : ''}
        onChange={(event) => session.set(name, event.currentTarget.value || undefined)}
      >
        {choices[name].map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
