/** Drags with the mouse as a browser does: only what is draggable starts, only an accepting place gets the drop. */
import { fireEvent } from '@testing-library/svelte';
import { tick } from 'svelte';

/** Whether dragging began, and whether the place took what is over it. */
interface Held {
  readonly isDragged: boolean;
  readonly isTaken: boolean;
}

export async function hold(from: Element, over: Element, pointerType = 'mouse'): Promise<Held> {
  await fireEvent.pointerDown(from, { pointerType });
  const isDragged = from.closest('[draggable="true"]') !== null;
  if (!isDragged || !(await fireEvent.dragStart(from, dataOf()))) return { isDragged, isTaken: false };
  await fireEvent.dragEnter(over, dataOf());
  // The event is cancelled by a place that takes the drop.
  return { isDragged, isTaken: !(await fireEvent.dragOver(over, dataOf())) };
}

export async function letGo(from: Element, over: Element, { isDragged, isTaken }: Held): Promise<void> {
  await (isTaken ? fireEvent.drop(over, dataOf()) : fireEvent.dragLeave(over, dataOf()));
  if (isDragged) await fireEvent.dragEnd(from, dataOf());
  await tick();
  await tick();
}

/** Returns whether the place took it. */
export async function drag(from: Element, to: Element, pointerType = 'mouse'): Promise<boolean> {
  const held = await hold(from, to, pointerType);
  await letGo(from, to, held);
  return held.isTaken;
}

function dataOf(): object {
  return { dataTransfer: { setData: () => undefined, effectAllowed: 'all', dropEffect: 'none' } };
}
