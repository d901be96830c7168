/** Attributes of charts that may name a custom property of the page. */
const painted = ['fill', 'stroke', 'font-family'] as const;

/** Room around a chart that leaves the page, and above it for its title. */
const margin = 16;
const titleHeight = 30;

interface ChartFile {
  svg: string;
  width: number;
  height: number;
}

/** A chart under its title as an SVG text of its own: the colours of the page are written out, on the page's card. */
function standaloneSvg(chart: SVGSVGElement): ChartFile {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const [own, copied] = [
    [chart, ...chart.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  own.forEach((element, index) => writeOut(element, copied[index]));
  const { width: inner, height: below } = chart.viewBox.baseVal;
  const [width, height] = [inner + 2 * margin, below + 2 * margin + titleHeight];
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', [-margin, -margin - titleHeight, width, height].join(' '));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.prepend(ground(chart, width, height), heading(chart));
  return { svg: new XMLSerializer().serializeToString(copy), width, height };
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

function made(name: 'rect' | 'text', attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function ground(chart: SVGSVGElement, width: number, height: number): SVGElement {
  const card = chart.closest('.card');
  const fill = card ? getComputedStyle(card).backgroundColor : 'white';
  return made('rect', { x: -margin, y: -margin - titleHeight, width, height, fill });
}

function heading(chart: SVGSVGElement): SVGElement {
  const fill = getComputedStyle(chart).color;
  const text = made('text', { x: 0, y: -titleHeight + 6, fill, 'font-size': 15, 'font-weight': 600 });
  text.textContent = chart.querySelector('title')?.textContent ?? '';
  return text;
}

export function svgFile(chart: SVGSVGElement): Blob {
  return new Blob([standaloneSvg(chart).svg], { type: 'image/svg+xml' });
}

/** A chart as a picture of twice as many points as it has on the page. */
export async function pngFile(chart: SVGSVGElement): Promise<Blob> {
  const { svg, width, height } = standaloneSvg(chart);
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
