/** A moment of the sample, whose dates are day first, and whose hours have no leading zero, as SQL of ClickHouse. */
export function momentOf(column: string): string {
  const padded = `replaceRegexpOne(${column}, ' (\\\\d):', ' 0\\\\1:')`;
  return `parseDateTimeOrNull(${padded}, '%d-%m-%Y %H:%i:%s', 'UTC')`;
}
