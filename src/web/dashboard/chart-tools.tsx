import { saveFile } from '../shell/save-file.js';
import { pngFile, svgFile } from './chart-files.js';
import { CopyButton } from './copy-button.js';

interface ChartToolsProps {
  title: string;
  /** In words, of which chats the chart is. */
  of: string;
  copy: () => string;
  chart: () => SVGSVGElement | null;
}

/** What can be taken away of a chart: its numbers, and the picture in two forms. */
export function ChartTools({ title, of, copy, chart }: ChartToolsProps) {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const save = async (ending: 'svg' | 'png') => {
    const drawn = chart();
    if (!drawn) return;
    const shown = { chart: drawn, of };
    saveFile(ending === 'svg' ? svgFile(shown) : await pngFile(shown), `${name}.${ending}`);
  };
  return (
    <div class="tools" role="group" aria-label={`Take away: ${title}`}>
      <CopyButton text={copy} label="Copy" what={`the numbers of ${title}`} />
      <button type="button" class="quiet" aria-label={`SVG of ${title}`} onClick={() => void save('svg')}>
        SVG
      </button>
      <button type="button" class="quiet" aria-label={`PNG of ${title}`} onClick={() => void save('png')}>
        PNG
      </button>
    </div>
  );
}
