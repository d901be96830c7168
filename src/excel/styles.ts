/** What a cell holds; decides its number format and alignment. */
export type Kind =
  | 'text'
  | 'prose'
  | 'count'
  | 'rate'
  | 'change'
  | 'points'
  | 'count_change'
  | 'number_change'
  | 'seconds'
  | 'score'
  | 'number'
  | 'duration'
  | 'date'
  | 'datetime';

type Role = 'body' | 'band' | 'total' | 'tile';

/** Every style of the workbook: the closed set that sheets choose from. */
export type StyleName = `${Role}.${Kind}` | keyof typeof fixedLooks;

type BorderLine = { style: 'hair' | 'thin' | 'thick'; color: string };

/** How a cell looks; colours are `RRGGBB`. */
export interface Look {
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  color?: string;
  fill?: string;
  format?: string;
  horizontal?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'center' | 'bottom';
  wrap?: boolean;
  indent?: number;
  left?: BorderLine;
  top?: BorderLine;
  bottom?: BorderLine;
  right?: BorderLine;
}

export const font = 'Calibri';
export const fontSize = 10;

/** One family of blues, one orange, greys: every text on its background has a contrast of 4.5 or more. */
export const colors = {
  ink: '262626',
  grey: '595959',
  faint: '666666',
  line: 'D9D9D9',
  navy: '1F3864',
  blue: '2F5597',
  midBlue: '8FAADC',
  paleBlue: 'DEE7F5',
  band: 'F5F8FC',
  orange: 'C55A11',
  teal: '00796B',
  sand: 'FFF2CC',
  white: 'FFFFFF',
} as const;

/** Number formats by kind; '' is Excel's General. */
const formats: Record<Kind, string> = {
  text: '',
  prose: '',
  count: '#,##0',
  rate: '0.0%',
  change: '+0.0%;-0.0%;0.0%',
  points: '+0.0%" pt";-0.0%" pt";0.0%" pt"',
  count_change: '+#,##0;-#,##0;0',
  number_change: '+#,##0.00;-#,##0.00;0.00',
  seconds: '#,##0.0',
  score: '0.00',
  number: '#,##0.00',
  duration: '[h]:mm:ss',
  date: 'dd mmm yyyy',
  datetime: 'dd mmm yyyy hh:mm:ss',
};

const hairline = { style: 'hair', color: colors.line } as const;
const tileRule = { style: 'thick', color: colors.blue } as const;
const whiteRule = { style: 'thin', color: colors.white } as const;

const heading = {
  bold: true,
  color: colors.white,
  fill: colors.blue,
  vertical: 'top',
  wrap: true,
  left: { style: 'thin', color: colors.midBlue },
} as const satisfies Look;

const heat = {
  horizontal: 'center',
  left: whiteRule,
  right: whiteRule,
  top: whiteRule,
  bottom: whiteRule,
} as const satisfies Look;

const tileText = {
  size: 9,
  color: colors.grey,
  fill: colors.band,
  left: tileRule,
  horizontal: 'left',
  indent: 1,
} as const satisfies Look;

const fixedLooks = {
  plain: {},
  title: { size: 18, bold: true, color: colors.navy, vertical: 'center' },
  subtitle: { italic: true, color: colors.grey },
  link: { color: colors.blue, underline: true },
  section: { size: 12, bold: true, color: colors.navy, bottom: { style: 'thin', color: colors.blue } },
  remark: { color: colors.grey },
  verdict: { bold: true, color: colors.navy },
  'verdict.doubtful': { bold: true, color: '8A4B00', fill: colors.sand },
  'remark.wrapped': { color: colors.grey, wrap: true, vertical: 'top', horizontal: 'left' },
  label: { color: colors.grey, vertical: 'top', wrap: true, bottom: hairline },
  text: { vertical: 'top', wrap: true, horizontal: 'left', bottom: hairline },
  'text.count': { format: formats.count, vertical: 'top', horizontal: 'right', bottom: hairline },
  input: {
    bold: true,
    color: colors.blue,
    format: formats.count,
    vertical: 'top',
    horizontal: 'left',
    bottom: hairline,
  },
  'text.strong': { bold: true, vertical: 'top', wrap: true, horizontal: 'left', bottom: hairline },
  'text.strong.count': {
    bold: true,
    format: formats.count,
    vertical: 'top',
    horizontal: 'right',
    bottom: hairline,
  },
  'heading.left': { ...heading, horizontal: 'left', indent: 1 },
  'heading.right': { ...heading, horizontal: 'right' },
  'heading.center': { ...heading, horizontal: 'center', vertical: 'center' },
  'link.right': { color: colors.blue, underline: true, horizontal: 'right' },
  group: {
    bold: true,
    color: colors.blue,
    horizontal: 'left',
    bottom: { style: 'thin', color: colors.midBlue },
  },
  'tile.label': { ...tileText, vertical: 'bottom' },
  'tile.detail': { ...tileText, vertical: 'top' },
  'tile.change': { ...tileText, bold: true, vertical: 'center' },
  'tile.fill': { fill: colors.band },
  'heat.label': { color: colors.grey, horizontal: 'left' },
  'heat.count': { ...heat, format: formats.count },
  'heat.number': { ...heat, format: formats.number },
} as const satisfies Record<string, Look>;

const roleLooks: Record<Role, Look> = {
  body: { bottom: hairline, vertical: 'top' },
  band: { bottom: hairline, vertical: 'top', fill: colors.band },
  total: { bold: true, fill: colors.paleBlue, vertical: 'center', color: colors.navy },
  tile: { size: 20, bold: true, color: colors.navy, fill: colors.band, left: tileRule, vertical: 'center' },
};

/** How a style looks, its number format included. */
export function lookOf(style: StyleName): Look {
  if (style in fixedLooks) return fixedLooks[style as keyof typeof fixedLooks];
  const [role, kind] = style.split('.') as [Role, Kind];
  return { ...roleLooks[role], format: formats[kind], ...alignmentOf(role, kind) };
}

function alignmentOf(role: Role, kind: Kind): Look {
  if (role === 'tile') return { horizontal: 'left', indent: 1 };
  if (kind === 'prose') return { horizontal: 'left', wrap: true, vertical: 'top', indent: 1 };
  return isLeft(kind) ? { horizontal: 'left', indent: 1 } : { horizontal: 'right' };
}

/** Text and dates stand on the left, everything that is compared by size on the right. */
export function isLeft(kind: Kind): boolean {
  return kind === 'text' || kind === 'prose' || kind === 'date' || kind === 'datetime';
}
