import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The frames of a stack by the places in the sources that they come from, as far as the maps beside the program tell them. */
export function sourceFrames(stack: string): string[] {
  const maps = new Map<string, SourceMap | null>();
  return stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .map((line) =>
      line.replace(
        /(file:\/\/[^\s()]+?\.js):(\d+):(\d+)/,
        (place, url: string, row: string, column: string) => {
          if (!maps.has(url)) maps.set(url, mapOf(url));
          return sourcePlace(maps.get(url) ?? null, Number(row), Number(column)) ?? place;
        },
      ),
    );
}

function sourcePlace(map: SourceMap | null, row: number, column: number): string | null {
  const found = map?.findEntry(row - 1, column - 1);
  if (!found || !('originalSource' in found)) return null;
  const source = found.originalSource.replace(/^(\.\.\/)+/, '');
  return `${source}:${String(found.originalLine + 1)}:${String(found.originalColumn + 1)}`;
}

function mapOf(url: string): SourceMap | null {
  try {
    const payload: unknown = JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8'));
    return new SourceMap(payload as SourceMapPayload);
  } catch {
    return null;
  }
}
