import { isShortClock, type Clock } from './durations.js';

const time = /^(.*?)(\d{1,2}):(\d{2})(?::(\d{2}))?(.*)$/;

/** Whether a cell can be a clock of two numbers: one colon alone. */
export function mayBeShortClock(cell: string): boolean {
  const colon = cell.indexOf(':');
  return colon !== -1 && !cell.includes(':', colon + 1);
}

/**
 * What tells whether `01:19` is minutes and seconds or hours and minutes: a fraction of a second, and the length of the chats,
 * within which an answer comes. Only chats of one day are compared, whose dates need no reading.
 */
export class ClockEvidence {
  #hasFraction = false;
  #compared = 0;
  #tooLongAsHours = 0;
  #tooLongAsMinutes = 0;

  add(value: string, start: string, end: string): void {
    if (/^\d+:[0-5]\d[.,]\d+$/.test(value)) this.#hasFraction = true;
    if (!isShortClock(value)) return;
    const length = sameDaySeconds(start, end);
    if (length === null) return;
    const [first = 0, second = 0] = value.split(':').map(Number);
    this.#compared += 1;
    if (first * 60 + second > length) this.#tooLongAsMinutes += 1;
    if (first * 3600 + second * 60 > length) this.#tooLongAsHours += 1;
  }

  /** null: nothing tells. */
  clock(): Clock | null {
    if (this.#hasFraction) return 'mm:ss';
    const fits = this.#tooLongAsMinutes * 20 <= this.#compared;
    return fits && this.#tooLongAsHours >= 2 && this.#tooLongAsHours * 10 > this.#compared ? 'mm:ss' : null;
  }
}

/** The seconds between two times of day of dates that are written alike; null where they are not. */
export function sameDaySeconds(start: string, end: string): number | null {
  const [from, to] = [time.exec(start), time.exec(end)];
  if (!from || !to || from[1] !== to[1] || from[5] !== to[5]) return null;
  const seconds = ([, , hour, minute, second = '0']: RegExpExecArray): number =>
    Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const length = seconds(to) - seconds(from);
  return length < 0 ? null : length;
}
