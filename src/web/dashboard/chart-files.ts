/** Attributes of charts that may name a custom property of the page. */
const painted = ['fill', 'stroke', 'font-family'] as const;

/** Room around a chart that leaves the page, and above it for its title and what it is of. */
const margin = 16;
const titleHeight = 48;

interface ChartFile {
  svg: string;
  width: number;
  height: number;
}

/** A chart as it leaves the page, and in words of which chats it is. */
export interface ShownChart {
  chart: SVGSVGElement;
  of: string;
}

/** A chart under its title as an SVG text of its own: the colours of the page are written out, on the page's card. */
function standaloneSvg({ chart, of }: ShownChart): ChartFile {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const [own, copied] = [
    [chart, ...chart.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  own.forEach((element, index) => writeOut(element, copied[index]));
  const { width: inner, height: below } = chart.viewBox.baseVal;
  const [width, height] = [inner + 2 * margin, below + 2 * margin + titleHeight];
  // in a frame of its own, so that shares of its width stay shares of its width
  const frame = { x: margin, y: margin + titleHeight, width: inner, height: below, overflow: 'visible' };
  for (const [key, value] of Object.entries(frame)) copy.setAttribute(key, String(value));
  const root = made('svg', {
    xmlns: svgSpace,
    viewBox: `0 0 ${String(width)} ${String(height)}`,
    width,
    height,
  });
  root.append(ground(chart, width, height), ...heading(chart, of), copy);
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

function writeOut(element: Element, copy: Element | undefined): void {
  for (const name of painted) {
    if (element.getAttribute(name)?.includes('var(')) {
      copy?.setAttribute(name, getComputedStyle(element).getPropertyValue(name));
    }
  }
  copy?.removeAttribute('data-mark');
  copy?.removeAttribute('class');
}

const svgSpace = 'http://www.w3.org/2000/svg';

function made(name: 'svg' | 'rect' | 'text', attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function ground(chart: SVGSVGElement, width: number, height: number): SVGElement {
  const card = chart.closest('.card');
  const fill = card ? getComputedStyle(card).backgroundColor : 'white';
  return made('rect', { width, height, fill });
}

function heading(chart: SVGSVGElement, of: string): SVGElement[] {
  const fill = getComputedStyle(chart).color;
  const lines: [words: string, look: Record<string, number>][] = [
    [
      chart.querySelector('title')?.textContent ?? '',
      { y: margin + 14, 'font-size': 15, 'font-weight': 600 },
    ],
    [of, { y: margin + 34, 'font-size': 12 }],
  ];
  return lines.map(([words, look]) => {
    const text = made('text', {
      x: margin,
      fill,
      'font-family': getComputedStyle(chart).fontFamily,
      ...look,
    });
    text.textContent = words;
    return text;
  });
}

export function svgFile(shown: ShownChart): Blob {
  return new Blob([standaloneSvg(shown).svg], { type: 'image/svg+xml' });
}

/** A chart as a picture of twice as many points as it has on the page. */
export async function pngFile(shown: ShownChart): Promise<Blob> {
  const { svg, width, height } = standaloneSvg(shown);
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width * 2, height * 2);
    image.src = address;
    await image.decode();
    return await drawn(image);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function drawn(image: HTMLImageElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d')?.drawImage(image, 0, 0, image.width, image.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser draws no picture.'))));
  });
}
