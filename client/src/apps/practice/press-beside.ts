import type { Attachment } from 'svelte/attachments';

const WORKS = 'button, input, label, a';

/**
 * Calls `onmiss` for each press beside a control. The second half of a double click and selecting text do not
 * count.
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
