/** Whether two numbers are the same: whole ones exactly, others to 9 digits. */
function sameNumber(one: number, other: number): boolean {
  if (Number.isInteger(one) && Number.isInteger(other)) return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every place where two pieces of plain data differ, as lines to print. */
export function differences(expected: unknown, actual: unknown, place = ''): string[] {
  if (isObject(expected) && isObject(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...keys].flatMap((key) => differences(expected[key], actual[key], `${place}/${key}`));
  }
  const isSame =
    typeof expected === 'number' && typeof actual === 'number'
      ? sameNumber(expected, actual)
      : expected === actual;
  return isSame ? [] : [`${place}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}
