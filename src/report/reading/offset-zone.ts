import { hasZoneInText } from '../../reading/dates/layout.js';
import { mention } from '../../options/mention.js';
import type { ReadFile } from './read-file.js';

/**
 * The zone of a report on times that carry offsets, where nobody names one: the offset, if all of them have the same, else UTC.
 * Beside times without a zone, which are taken as UTC, it is UTC too.
 */
export function zoneOfOffsets(
  files: readonly ReadFile[],
  hasWallTimes: boolean,
): { zone: string; notes: string[] } {
  const layouts = files.flatMap(({ plan }) => plan.layouts.filter(hasZoneInText));
  const offsets = [...new Set(layouts.map(({ offset }) => offset))];
  const [offset] = offsets;
  if (offsets.length === 0 || hasWallTimes) return { zone: 'UTC', notes: [] };
  if (offsets.length > 1 || offset === undefined)
    return {
      zone: 'UTC',
      notes: [
        `The times carry more than one offset from UTC: the report shows them in UTC. In the time of one place: ${mention('timezone', 'ZONE')}.`,
      ],
    };
  if (offset === 0) return { zone: 'UTC', notes: [] };
  const zone = offsetName(offset);
  return {
    zone,
    notes: [
      `Every time carries the offset ${zone}: the report shows them so. In another zone: ${mention('timezone', 'ZONE')}.`,
    ],
  };
}

/** `+05:30` of minutes. */
function offsetName(minutes: number): string {
  const ahead = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}
