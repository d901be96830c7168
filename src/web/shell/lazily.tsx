import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

/** A part of the page that is loaded when it is first wanted, or before. */
export interface LazyPart<Props> {
  Part: ComponentType<Props>;
  /** Loads it before it is wanted. */
  load: () => void;
}

/** Makes a part of the page lazy; while it loads, and when that fails, a line says so. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  const part = signal<{ view: ComponentType<Props> } | null>(null);
  const state = signal<'none' | 'loading' | 'failed'>('none');
  const begin = (): void => {
    if (state.value === 'loading' || part.value) return;
    state.value = 'loading';
    load().then(
      (view) => (part.value = { view }),
      () => (state.value = 'failed'),
    );
  };
  return { load: begin, Part };

  function Part(props: Props) {
    if (part.value) return <part.value.view {...props} />;
    if (state.value === 'none') queueMicrotask(begin);
    if (state.value !== 'failed') return <p role="status">Loading …</p>;
    return (
      <p role="alert">
        A part of the page could not be loaded.{' '}
        <button type="button" onClick={begin}>
          Try again
        </button>
      </p>
    );
  }
}
