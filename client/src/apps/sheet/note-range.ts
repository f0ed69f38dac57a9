import type { Attachment } from 'svelte/attachments';

/** Calls `note` when somebody tries to choose several cells: by dragging, with Shift and a press or an arrow. */
export function noteRange(note: () => void): Attachment<HTMLElement> {
  return (grid) => {
    const leave = new AbortController();
    const { signal } = leave;
    let from: Element | null = null;
    grid.addEventListener(
      'pointerdown',
      (event) => {
        from = event.button === 0 && !event.shiftKey ? findCell(event) : null;
      },
      { signal },
    );
    // Also ends a drag out of the table.
    addEventListener(
      'pointerup',
      (event) => {
        const to = findCell(event);
        if (from !== null && to !== null && to !== from && grid.contains(to)) note();
        from = null;
      },
      { signal },
    );
    grid.addEventListener(
      'click',
      (event) => {
        if (event.shiftKey && findCell(event) !== null) note();
      },
      { signal },
    );
    grid.addEventListener(
      'keydown',
      (event) => {
        if (event.shiftKey && event.key.startsWith('Arrow') && findCell(event) !== null) note();
      },
      { signal },
    );
    return () => {
      leave.abort();
    };
  };
}

/** Null in a box, where the same gestures choose letters. */
function findCell({ target }: Event): Element | null {
  return target instanceof Element && !(target instanceof HTMLInputElement) ? target.closest('td, th') : null;
}
