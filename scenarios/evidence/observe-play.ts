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
  return actions.reduce((played, action) => observeStep(vocabulary, world, played, action), startPlay(world));
}

export function startPlay(world: World): ObservedPlay {
  return { state: startScene(world), actions: [], refused: [] };
}

/** A refused action keeps its number and has no effect. */
export function observeStep(
  vocabulary: Vocabulary,
  world: World,
  { state, actions, refused }: ObservedPlay,
  action: WorldAction,
): ObservedPlay {
  const ref = { epoch: 1, actionSeq: actions.length + refused.length + 1 };
  const next = step(world, state, action, ref);
  if (!next.ok) return { state, actions, refused: [...refused, { ...ref, code: next.code }] };
  const features = featuresOfAction(vocabulary, world, state, action);
  const observed = { ...ref, action, ...(features && { features }) };
  return { state: next.state, actions: [...actions, observed], refused };
}
