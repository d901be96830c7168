import type { Session } from '../state/session.js';
import { zoneNamesId } from '../settings/zone-names.js';
import { settingLabels } from '../state/setting-words.js';

interface ZoneProps {
  session: Session;
  name: 'timezone' | 'sourceTimezone';
  /** What holds where no zone is chosen. */
  none: string;
}

/** Chooses a time zone. */
export function ZoneChoice({ session, name, none }: ZoneProps) {
  const { settings, problems } = session.state;
  const value = settings.value[name];
  const problem = problems.value[name];
  return (
    <label class="field">
      <span>{settingLabels[name]}</span>
      <input
        type="text"
        list={zoneNamesId}
        placeholder={none}
        value={typeof value === 'string' ? value : ''}
        aria-invalid={problem !== undefined}
        onChange={(event) => session.set(name, event.currentTarget.value.trim())}
      />
      {problem && (
        <span class="problem" role="alert">
          {problem}
        </span>
      )}
    </label>
  );
}
