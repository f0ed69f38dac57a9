import type { AppView } from './app-view.svelte.ts';

/** Ctrl+Z as in real software, wherever the focus is; a box keeps its own keys. */
export function pressUndoKey(event: KeyboardEvent, app: AppView): void {
  const { target, key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (event.defaultPrevented || shiftKey || altKey || !(ctrlKey || metaKey) || key.toLowerCase() !== 'z')
    return;
  if (target instanceof Element && target.matches('textarea, input:not([type=radio], [type=checkbox])'))
    return;
  if (app.readOnly || !app.canUndo || document.querySelector('dialog[open]') !== null) return;
  event.preventDefault();
  app.undo();
}
