/** One keepsake for each scene done, in the order of the form. Never a score. */
import type { SceneView } from '../../../server/contract/play.ts';
import type { KeepsakeId } from '../cast/keepsakes.ts';

const order: readonly KeepsakeId[] = [
  ...(['plant', 'mug', 'badge', 'cap', 'thermos', 'notebook'] as const),
  ...(['keys', 'tuque', 'radio', 'lunchbox', 'books', 'lamp'] as const),
];

/** @param justDone the scene that just ended here; the server may not know yet */
export function keepsakesFor(
  scenes: readonly Pick<SceneView, 'sceneId' | 'status'>[],
  justDone: string | null,
): KeepsakeId[] {
  return scenes.flatMap(({ sceneId, status }, index) => {
    const keepsake = order[index % order.length];
    const isDone = status === 'done' || sceneId === justDone;
    return isDone && keepsake !== undefined ? [keepsake] : [];
  });
}
