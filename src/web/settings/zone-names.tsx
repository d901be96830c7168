import { useMemo } from 'preact/hooks';

/** What a field names as its `list` to offer the names of all zones. */
export const zoneNamesId = 'time-zones';

/** The names of all zones, once on the page; hundreds of them, so they are not looked at again. */
export function ZoneNames() {
  return useMemo(
    () => (
      <datalist id={zoneNamesId}>
        {['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    ),
    [],
  );
}
