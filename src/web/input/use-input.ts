import { useEffect, useState } from 'preact/hooks';
import type { Input, PageFile } from '../protocol.js';
import { droppedFiles } from './dropped.js';
import { pastedFiles } from './pasted.js';

/** Takes files that are dropped or pasted anywhere on the page; true while one is dragged over it. */
export function useInput(onInput: (input: Input) => void): boolean {
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    const open = (files: PageFile[]): void => {
      if (files.length > 0) onInput({ files });
    };
    const listeners = { ...dragListeners(setDragged, open), paste: pasteListener(open) };
    const all = Object.entries(listeners) as [string, (event: Event) => void][];
    for (const [type, listener] of all) window.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of all) window.removeEventListener(type, listener);
    };
  }, [onInput]);
  return isDragged;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

function dragListeners(setDragged: (isDragged: boolean) => void, open: (files: PageFile[]) => void) {
  return {
    dragover(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragged(true);
    },
    dragleave(event: DragEvent) {
      if (event.relatedTarget === null) setDragged(false);
    },
    drop(event: DragEvent) {
      setDragged(false);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      droppedFiles(event.dataTransfer).then(open, () => open([]));
    },
  };
}

function pasteListener(open: (files: PageFile[]) => void) {
  return ({ target, clipboardData }: ClipboardEvent): void => {
    const isField =
      target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
    if (!isField && clipboardData) open(pastedFiles(clipboardData));
  };
}
