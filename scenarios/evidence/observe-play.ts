import type { ActionRef } from '../world/base.ts';
import type { RefusalCode, SceneState, World, WorldAction } from '../world/types.ts';
import { startScene, step } from '../world/scene.ts';
import { featuresOfAction } from './action-features.ts';
import type { ObservedAction } from '../kit/observed.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ObservedPlay {
  readonly state: SceneState;
  readonly actions: readonly ObservedAction[];
  readonly refused: readonly (ActionRef & { readonly code: RefusalCode })[];
}

/** Plays actions without a server: epoch 1, numbered from 1. */
export function observePlay(
  vocabulary: Vocabulary,
  world: World,
  actions: readonly WorldAction[],
): ObservedPlay {
  let state = startScene(world);
  const accepted: ObservedAction[] = [];
  const refused: (ActionRef & { readonly code: RefusalCode })[] = [];
  for (const [index, action] of actions.entries()) {
    const ref = { epoch: 1, actionSeq: index + 1 };
    const next = step(world, state, action, ref);
    if (next.ok) {
      const features = featuresOfAction(vocabulary, world, state, action);
      accepted.push({ ...ref, action, ...(features && { features }) });
      state = next.state;
    } else {
      refused.push({ ...ref, code: next.code });
    }
  }
  return { state, actions: accepted, refused };
}
