import { scaleLinear } from 'd3-scale';
import type { HeatMap } from '../pictures/picture.js';
import { fieldNumber } from './axis-numbers.js';
import { chartColors, smallText } from './chart-colors.js';
import { ChartSvg, tidy, type ChartProps } from './chart-svg.js';
import { isOutlined, markAttributes, outline, type Marking } from './marking.js';

interface HeatMapProps extends Omit<ChartProps, 'height'> {
  chart: HeatMap;
}

const rowHeight = 15;
const head = 22;
const labelWidth = 40;

/** Strongest tint that the ink of the numbers still stands out from, in the light and in the dark. */
export const strongestTint = 0.66;

interface Field {
  value: number | null;
  text: string;
  x: number;
  y: number;
}

/** A number in every field, the field the darker the larger it is; zero has no colour. */
export function HeatMapChart(props: HeatMapProps) {
  const { width, marking } = props;
  const { rows, columns, tone, unit } = props.chart;
  const cell = (width - labelWidth) / Math.max(1, columns.length);
  const fields = fieldsOf(props, cell);
  return (
    <ChartSvg {...props} height={head + rows.length * rowHeight + 2}>
      <g {...smallText} font-weight="600" text-anchor="middle">
        {columns.map((name, index) => (
          <text key={name} x={tidy(labelWidth + cell * (index + 0.5))} y={head - 8}>
            {name}
          </text>
        ))}
      </g>
      <g {...smallText} text-anchor="end">
        {rows.map(
          (name, row) =>
            row % 2 === 0 && (
              <text key={name} x={labelWidth - 6} y={tidy(head + rowHeight * (row + 0.5) + 4)}>
                {name}
              </text>
            ),
        )}
      </g>
      <Tints {...{ fields, cell, marking }} color={chartColors[tone]} />
      <Numbers {...{ fields, cell, marking }} format={(value) => fieldNumber(unit, value)} />
      <Outlines {...{ fields, cell, marking }} />
    </ChartSvg>
  );
}

function fieldsOf({ marks, chart: { columns } }: HeatMapProps, cell: number): Field[] {
  return marks.map(({ values: [value = null], text }, index) => ({
    value,
    text,
    x: labelWidth + cell * (index % columns.length),
    y: head + rowHeight * Math.floor(index / columns.length),
  }));
}

interface FieldsProps {
  fields: readonly Field[];
  cell: number;
  marking: Marking | undefined;
}

function Tints({ fields, cell, color, marking }: FieldsProps & { color: string }) {
  const most = Math.max(...fields.map(({ value }) => value ?? 0), Number.MIN_VALUE);
  const tint = scaleLinear().domain([0, most]).range([0.05, strongestTint]);
  return (
    <g fill={color}>
      {fields.map(({ value, text, x, y }, index) => (
        <rect
          key={index}
          x={tidy(x + 0.5)}
          y={tidy(y + 0.5)}
          width={tidy(cell - 1)}
          height={tidy(rowHeight - 1)}
          {...(value ? {} : { fill: chartColors.grid })}
          fill-opacity={value ? Math.round(tint(value) * 100) / 100 : 0.35}
          {...markAttributes(marking, index)}
        >
          {!marking && <title>{text}</title>}
        </rect>
      ))}
    </g>
  );
}

/** Around the fields that are chosen and the one that is active, above all others. */
function Outlines({ fields, cell, marking }: FieldsProps) {
  if (!marking) return null;
  return (
    <g fill="none" pointer-events="none">
      {fields.map(
        ({ x, y }, index) =>
          isOutlined(marking, index) && (
            <rect
              key={index}
              x={tidy(x)}
              y={tidy(y)}
              width={tidy(cell)}
              height={tidy(rowHeight)}
              rx="2"
              {...outline(marking, index)}
            />
          ),
      )}
    </g>
  );
}

function Numbers({ fields, cell, format, marking }: FieldsProps & { format: (value: number) => string }) {
  return (
    <g text-anchor="middle" font-size="10" fill={chartColors.ink} pointer-events="none">
      {fields.map(({ value, x, y }, index) => (
        <text
          key={index}
          x={tidy(x + cell / 2)}
          y={tidy(y + rowHeight / 2 + 3.6)}
          {...(value ? {} : { fill: chartColors.muted })}
          {...markAttributes(marking, index)}
        >
          {value === null ? '–' : format(value)}
        </text>
      ))}
    </g>
  );
}
