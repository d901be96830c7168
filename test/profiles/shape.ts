import { story, type StoryChat } from './story.js';

/** What stands under a heading for a chat; null: the platform's way to say "nothing". */
export type Cell = (chat: StoryChat) => string | number | boolean | null;

/** How a platform tells the story: one row a chat. */
export interface Shape {
  /** The name of its profile, and of its example. */
  profile: string;
  /** What it writes for "nothing". */
  nothing: string;
  quotesAll: boolean;
  /** The platform leaves out chats that have not ended. */
  endedOnly: boolean;
  columns: [heading: string, cell: Cell][];
  /** Rows beside those of the story, by heading. */
  more: Record<string, string>[];
}

/** The whole export of the story in a platform's shape. */
export function rendered(shape: Shape): string {
  const chats = shape.endedOnly ? story.filter(({ end }) => end !== null) : story;
  const headings = shape.columns.map(([heading]) => heading);
  const rows = chats.map((chat) => {
    return shape.columns.map(([, cell]) => String(cell(chat) ?? shape.nothing));
  });
  const more = shape.more.map((row) => headings.map((heading) => row[heading] ?? shape.nothing));
  return [headings, ...rows, ...more].map((row) => csvLine(row, shape.quotesAll)).join('');
}

/** One record of a CSV file. */
export function csvLine(cells: readonly string[], quotesAll = false): string {
  const written = cells.map((cell) => {
    return quotesAll || /[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  return `${written.join(',')}\n`;
}

/** A shape without the rarer choices. */
export function shape(
  profile: string,
  columns: Shape['columns'],
  choices: Partial<Omit<Shape, 'profile' | 'columns'>> = {},
): Shape {
  return { profile, columns, nothing: '', quotesAll: false, endedOnly: false, more: [], ...choices };
}

interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function wallTime(second: number, zone: string): WallTime {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = format.formatToParts(second * 1000).map(({ type, value }) => [type, Number(value)]);
  return Object.fromEntries(parts) as WallTime;
}

/** Writes a time as a platform does. */
export type TimeText = (second: number | null) => string | null;

function timeText(zone: string, text: (time: WallTime) => string): TimeText {
  return (second) => (second === null ? null : text(wallTime(second, zone)));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `08-03-2021 9:05:07` */
export const dayFirst = timeText('UTC', ({ year, month, day, hour, minute, second }) => {
  return `${two(day)}-${two(month)}-${year} ${hour}:${two(minute)}:${two(second)}`;
});

/** `2021-03-08 09:05:07` as the clock of a zone shows it. */
export function sortable(zone: string): TimeText {
  return timeText(zone, ({ year, month, day, hour, minute, second }) => {
    return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
  });
}

/** `2021-03-08 09:05` */
export const sortableMinute = timeText('UTC', ({ year, month, day, hour, minute }) => {
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
});

/** `3/8/2021 9:05 AM` */
export const monthFirst = timeText('UTC', (time) => {
  return `${time.month}/${time.day}/${time.year} ${halfDayClock(time)}`;
});

/** `3/8/21 9:05 AM` */
export const shortMonthFirst = timeText('UTC', (time) => {
  return `${time.month}/${time.day}/${two(time.year % 100)} ${halfDayClock(time)}`;
});

/** `Mar 08, 2021 09:05:07 AM` */
export const monthName = timeText('UTC', (time) => {
  const hour = two(Number(halfDayClock(time).split(':')[0]));
  const clock = `${hour}:${two(time.minute)}:${two(time.second)} ${time.hour < 12 ? 'AM' : 'PM'}`;
  return `Mar ${two(time.day)}, ${time.year} ${clock}`;
});

function halfDayClock({ hour, minute }: WallTime): string {
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `2021-03-08T09:05:07Z` */
export const instant: TimeText = (second) => {
  return second === null ? null : new Date(second * 1000).toISOString().replace('.000Z', 'Z');
};

/** `0:04:30` */
export function clock(seconds: number | null): string | null {
  if (seconds === null) return null;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** `00:04:30` */
export function longClock(seconds: number | null): string | null {
  return clock(seconds)?.padStart(8, '0') ?? null;
}

/** Seconds from one time to a later one. */
export function between(from: number, to: number | null): number | null {
  return to === null ? null : to - from;
}

/** A number in another unit, or nothing. */
export function times(seconds: number | null, factor: number): number | null {
  return seconds === null ? null : seconds * factor;
}

/** The word for a rating. */
export function words(stars: number | null, good: string, bad: string, none: string | null): string | null {
  if (stars === null) return none;
  return stars >= 4 ? good : bad;
}
