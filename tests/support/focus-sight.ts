/** Whether people who use the keyboard see where they are: WCAG 2.4.11, focus not obscured. */
import type { BrowserPerson } from './browser-person.ts';

/**
 * Runs in the tool's page, therefore as text: the focused element, and whether one of a few points of it is on top and
 * inside the frame. Null while the course page has the focus.
 */
const readFocus = `(() => {
  const on = document.activeElement;
  if (!document.hasFocus() || on === null || on === document.body) return null;
  const isOnTop = (x, y) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (on.contains(top) || [...(on.labels ?? [])].some((label) => label.contains(top)));
  };
  const parts = [0.02, 0.25, 0.5, 0.75, 0.98];
  const isSeen = [...on.getClientRects()].some((box) =>
    parts.some((down) => parts.some((along) => isOnTop(box.left + along * box.width, box.top + down * box.height))));
  return { isSeen, html: on.outerHTML.replace(/\\s+/g, ' ').slice(0, 160) };
})()`;

interface Focus {
  readonly isSeen: boolean;
  readonly html: string;
}

/** Presses Tab this many times; returns the elements that had the focus wholly out of sight. */
export async function findHiddenFocus(person: BrowserPerson, tabs: number): Promise<string[]> {
  const frame = person.page.frame({ name: 'contentframe' });
  const hidden = new Set<string>();
  for (let pressed = 0; pressed < tabs; pressed += 1) {
    await person.page.keyboard.press('Tab');
    let focus: Focus | null | undefined = await frame?.evaluate(readFocus);
    // The app scrolls what has the focus into view in one of the next frames.
    for (let frames = 0; focus?.isSeen === false && frames < 30; frames += 1) {
      await frame?.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
      focus = await frame?.evaluate(readFocus);
    }
    if (focus?.isSeen === false) hidden.add(`out of sight: ${focus.html}`);
  }
  return [...hidden];
}
