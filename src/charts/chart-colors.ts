const themed = (name: string, light: string) => `var(--chart-${name}, ${light})`;

/** What charts are drawn in: a page may set each as a custom property; without one they are on white paper. */
export const chartColors = {
  ink: themed('ink', '#1b2437'),
  muted: themed('muted', '#566178'),
  grid: themed('grid', '#e4e8ef'),
  axis: themed('axis', '#aab3c2'),
  surface: themed('surface', '#ffffff'),
  main: themed('main', '#2f5ca8'),
  second: themed('second', '#9dbae6'),
  third: themed('third', '#b9c0cc'),
  accent: themed('accent', '#b4500b'),
  secondAccent: themed('second-accent', '#0d6e63'),
  shade: themed('shade', '#fcf1dc'),
  heat: themed('heat', '#3a6fc4'),
  warmHeat: themed('warm-heat', '#e08a3c'),
} as const;

/** Attributes of small text. */
export const smallText = { 'font-size': 11, fill: chartColors.muted } as const;
