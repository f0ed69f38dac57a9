import type { Attachment } from 'svelte/attachments';

const stepPx = 8;
const controls = 'a, button, input, label, select, summary, textarea';

/**
 * Lays a note over words in sight if its own place is scrolled away, without moving the page under the finger. The next
 * press puts it back.
 */
export function liftIntoSight({ text }: { text: string; times: number }): Attachment<HTMLElement> {
  return (note) => {
    const moveBy = (px: number): void => {
      note.style.translate = `0 ${px}px`;
    };
    moveBy(0);
    if (text === '') return;
    // The first frame still scrolls to what opened.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        moveBy(findShift(note));
        addEventListener('pointerdown', moveBy.bind(null, 0), { capture: true, once: true });
      }),
    );
  };
}

/** Down to the first place that covers no control, or 0. */
function findShift(note: HTMLElement): number {
  const app = note.closest('.app-frame');
  const { left, width, top, height } = note.getBoundingClientRect();
  const rows = [0, height / 2, height];
  const isFree = (y: number): boolean => {
    const on = rows.map((row) => document.elementFromPoint(left + width / 2, y + row));
    return on.every((one) => app?.contains(one) && !one?.closest(controls));
  };
  for (let y = Math.max(0, top); y + height < innerHeight; y += stepPx) {
    if (isFree(y)) return y - top;
  }
  return 0;
}
