const samePlacePx = 10;

/** On another control than the press before. */
const ofOthers = new WeakSet<Event>();

/** Chromium joins quick taps within about 100 px to a double tap, so `detail` alone does not tell. */
export function isRepeated(event: MouseEvent): boolean {
  return event.detail > 1 && !ofOthers.has(event);
}

/**
 * A listener for presses or for clicks in their capture phase. A press may move the page under the finger: the second half of a double
 * tap at the same place presses only what the first half pressed.
 */
export function keepToAim(): (event: MouseEvent) => void {
  let before: { readonly target: EventTarget | null; readonly x: number; readonly y: number } | null = null;
  return (event) => {
    const { target, clientX: x, clientY: y } = event;
    if (event.detail > 1 && before?.target !== target && !isOfItsLabel(target, before?.target)) {
      const isAway = before !== null && Math.hypot(x - before.x, y - before.y) > samePlacePx;
      if (isAway && controlAt(target) !== controlAt(before?.target)) ofOthers.add(event);
      if (!isAway && event.detail === 2) {
        event.preventDefault();
        event.stopPropagation();
      }
    }
    before = { target, x, y };
  };
}

/** Firefox gives a label’s own press the same `detail`. */
function isOfItsLabel(target: EventTarget | null, label: EventTarget | null | undefined): boolean {
  return (
    target instanceof HTMLInputElement &&
    label instanceof Node &&
    [...(target.labels ?? [])].some((one) => one.contains(label))
  );
}

function controlAt(target: EventTarget | null | undefined): EventTarget | null | undefined {
  return target instanceof Element ? (target.closest('button, a, label, summary') ?? target) : target;
}
