import type { Attachment } from 'svelte/attachments';

const WORKS = 'button, input, label, a';

/**
 * Calls `onmiss` for a press beside a control. Ignores the second half of a double click, and text selection.
 */
export function noticeMisses(onmiss: () => void): Attachment<HTMLElement> {
  return (place) => {
    const notice = (event: MouseEvent): void => {
      const isWork = event.target instanceof Element && event.target.closest(WORKS) !== null;
      if (!isWork && event.detail < 2 && getSelection()?.type !== 'Range') onmiss();
    };
    place.addEventListener('click', notice);
    return () => {
      place.removeEventListener('click', notice);
    };
  };
}
