import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

interface MenuProps {
  label: ComponentChildren;
  /** Stands out as the main thing to do. */
  isMain?: boolean;
  children: ComponentChildren;
}

/** A button that unfolds what belongs to it; Escape, or a click beside it, folds it again. */
export function Menu({ label, isMain = false, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (details.current?.open && event.target instanceof Node && !details.current.contains(event.target))
        details.current.open = false;
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
  return (
    <details
      class="menu"
      ref={details}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return;
        event.stopPropagation();
        details.current.open = false;
        details.current.querySelector('summary')?.focus();
      }}
    >
      <summary class={isMain ? 'button main' : 'button'}>{label}</summary>
      <div class="menu-body">{children}</div>
    </details>
  );
}
