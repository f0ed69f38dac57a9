/** Files on the screen while a person played. */
import { atPlace, factType, type ObservedScene, partOf } from '../../kit/observed.ts';
import { startScene, step } from '../../world/scene.ts';
import type { SceneState, WorldAction } from '../../world/types.ts';

export interface ShownFileFacts {
  readonly id: string;
  readonly at: bigint;
}

export const shownFileType = factType<ShownFileFacts>('ShownFile', {
  id: partOf('string', 'Identifiant.', 'Id.'),
  at: atPlace,
});

/** The state before each action, then the last one. */
export function statesIn({ world, actions }: ObservedScene): readonly SceneState[] {
  let state = startScene(world);
  const states = [state];
  for (const { action, epoch, actionSeq } of actions) {
    const next = step(world, state, action, { epoch, actionSeq });
    if (next.ok) ({ state } = next);
    states.push(state);
  }
  return states;
}

/** @param states of `statesIn` */
export function listShown(
  { actions }: ObservedScene,
  states: readonly SceneState[],
): readonly ShownFileFacts[] {
  return actions.flatMap(({ action }, index) => {
    const front = fileInFront(states[index + 1]);
    const isNew = front !== fileInFront(states[index]);
    const id = openedFile(action) ?? (isNew ? front : null);
    return id === null ? [] : [shownFileType.make({ id, at: BigInt(index + 1) })];
  });
}

function fileInFront(state: SceneState | undefined): string | null {
  return state?.apps.active === 'files' ? (state.apps.files?.explorer?.preview ?? null) : null;
}

function openedFile(action: WorldAction): string | null {
  return action.app === 'files' && action.type === 'open-file' ? action.fileId : null;
}
