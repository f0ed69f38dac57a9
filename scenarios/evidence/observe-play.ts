/** Plays a list of actions as the server would log it: features stored at each sending, refusals set apart. */
import type { ActionRef, RefusalCode, SceneState, World, WorldAction } from '../world/types.ts';
import { startScene, step } from '../world/scene.ts';
import type { ObservedAction } from './facts.ts';
import { textFeatures } from './text-features.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ObservedPlay {
  readonly state: SceneState;
  /** The accepted actions. */
  readonly actions: readonly ObservedAction[];
  readonly refused: readonly (ActionRef & { readonly code: RefusalCode })[];
}

/** Plays `actions` in a world from its start; actionSeq is the place in the list, from 1, in epoch 1. */
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
      accepted.push({ ...ref, action, ...sendingFeatures(vocabulary, state, action) });
      state = next.state;
    } else {
      refused.push({ ...ref, code: next.code });
    }
  }
  return { state, actions: accepted, refused };
}

function sendingFeatures(
  vocabulary: Vocabulary,
  before: SceneState,
  action: WorldAction,
): Pick<ObservedAction, 'features'> {
  if (action.app !== 'mail' || action.type !== 'send') return {};
  const draft = before.apps.mail.drafts.find(({ id }) => id === before.apps.mail.composing);
  return draft === undefined ? {} : { features: textFeatures(vocabulary, draft) };
}
