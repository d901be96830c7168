/** True where the smallest of some cells is below the number in the named cell. */
export function fewFormula(cells: readonly string[], below: string): string {
  return `${cells.length > 1 ? `MIN(${cells.join(',')})` : (cells[0] ?? '')}<${below}`;
}
