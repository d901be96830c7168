import type { ConditionalRule } from 'hucre/xlsx';
import { tableArea } from './check-workbook.js';
import { fewFormula } from './few.js';
import { areaRef, columnName } from './refs.js';
import { scaleSteps, type Rule } from './hucre-scale.js';
import { colors } from './styles.js';
import type { Area, Condition, Sheet, Table, TableColumn } from './workbook.js';

/** All conditional formats of a sheet in the library's form, the strongest first: grey italics go before colours. */
export function conditionalRules(sheet: Sheet): ConditionalRule[] {
  const columns = sheet.tables.flatMap((table) =>
    table.columns.map((column, index) => ({ table, column, range: columnArea(table, index) })),
  );
  const rules = [
    ...sheet.conditions.map(rule),
    ...columns.flatMap(({ table, column, range }) => faintWhereFew(table, column, range)),
    ...columns.flatMap(({ column, range }) => byNumber(column, range)),
  ];
  return rules.map((one, index) => ({ ...one, priority: index + 1 }));
}

function columnArea(table: Table, index: number): Area {
  const column = table.column + index;
  return { row: table.row + 1, column, toRow: tableArea(table).toRow, toColumn: column };
}

function rule(condition: Condition): Rule {
  const range = areaRef(condition.area);
  return condition.kind === 'scale' ? colorScale(range, condition.colors) : faint(range, condition.formula);
}

function faintWhereFew(table: Table, { few }: TableColumn, area: Area): Rule[] {
  if (!few) return [];
  const columns = few.n.map((n) => table.columns.findIndex(({ heading }) => heading === n));
  if (columns.includes(-1)) return [];
  const cells = columns.map((index) => `$${columnName(table.column + index)}${String(area.row)}`);
  return [faint(areaRef(area), fewFormula(cells, few.below))];
}

function byNumber({ bar, arrows: withArrows, scale }: TableColumn, area: Area): Rule[] {
  return [
    ...(bar ? [dataBar(areaRef(area))] : []),
    ...(withArrows ? [arrows(areaRef(area))] : []),
    ...(scale ? scaleSteps(area, scale) : []),
  ];
}

/** What is faint has no colour of a scale: the rule ends those after it. */
function faint(range: string, formula: string): Rule {
  const style = { font: { italic: true, color: { rgb: colors.faint } } };
  return { type: 'expression', range, formula, style, stopIfTrue: true };
}

/** A change that is shown as 0.0% is level. The icons are grey: more chats are neither good nor bad. */
function arrows(range: string): Rule {
  const cfvo = [
    { type: 'percent' as const, value: '0' },
    { type: 'num' as const, value: '-0.0005' },
    { type: 'num' as const, value: '0.0005' },
  ];
  return { type: 'iconSet', range, iconSet: { iconSet: '3ArrowsGray', cfvo } };
}

function dataBar(range: string): Rule {
  const cfvo = [{ type: 'num' as const, value: '0' }, { type: 'max' as const }];
  return { type: 'dataBar', range, dataBar: { cfvo, color: `FF${colors.midBlue}` } };
}

function colorScale(range: string, steps: readonly string[]): Rule {
  const middle = steps.length > 2 ? [{ type: 'percentile' as const, value: '50' }] : [];
  const cfvo = [{ type: 'min' as const }, ...middle, { type: 'max' as const }];
  return { type: 'colorScale', range, colorScale: { cfvo, colors: steps.map((color) => `FF${color}`) } };
}
