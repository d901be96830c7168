import { useEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** How wide an element is, in CSS pixels; `first` until it stands on a page. */
export function useWidth(element: RefObject<HTMLElement | null>, first: number): number {
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const shown = element.current;
    if (!shown || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry?.contentRect.width ?? 0);
      if (now > 0) setWidth(now);
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
