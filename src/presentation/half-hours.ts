/** Days of the week by their number in `weekday`, 1 = Monday. */
export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Half hours of the day by their start: `00:00` to `23:30`. */
export const halfHours: readonly string[] = Array.from(
  { length: 48 },
  (_, index) => `${String(index >> 1).padStart(2, '0')}:${index % 2 ? '30' : '00'}`,
);

/** `09:30` -> `09:30 - 10:00`; the last one ends at `24:00`. */
export function halfHourRange(start: string): string {
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  const end = hour * 60 + minute + 30;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${start} - ${two(Math.floor(end / 60))}:${two(end % 60)}`;
}
