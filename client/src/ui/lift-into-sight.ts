import type { Attachment } from 'svelte/attachments';

const stepPx = 8;
const controls = ':is(a[href], button, input, select, textarea, summary, label)';

/**
 * Lays a note over words in sight if its own place is scrolled away, without moving the page under the finger. The next
 * press puts it back.
 */
export function liftIntoSight({ text }: { text: string; times: number }): Attachment<HTMLElement> {
  return (note) => {
    const putBack = (): void => {
      note.style.translate = '';
    };
    putBack();
    if (text === '') return;
    // The first frame still scrolls to what opened.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        note.style.translate = `0 ${findShift(note)}px`;
        addEventListener('pointerdown', putBack, { once: true });
        addEventListener('resize', putBack, { once: true });
      }),
    );
  };
}

/** Down to the first place that covers no control, or 0. */
function findShift(note: HTMLElement): number {
  const app = note.closest('.app-frame');
  const { left, width, top, height } = note.getBoundingClientRect();
  const isFree = (y: number): boolean => {
    const on = document.elementFromPoint(left + width / 2, y);
    return app?.contains(on) === true && !on?.closest(controls);
  };
  for (let y = Math.max(0, top); y < innerHeight; y += stepPx) {
    if (isFree(y) && isFree(y + height / 2) && isFree(y + height)) return y - top;
  }
  return 0;
}
