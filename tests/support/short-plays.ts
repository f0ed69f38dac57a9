/**
 * Plays that leave out the presses which only lead somewhere: before an action that is not on screen, the message,
 * conversation, folder or page that it is about is opened, as a person would. Actions that no such press leads to stay
 * refused.
 */
import { featuresOfAction } from '../../scenarios/evidence/action-features.ts';
import type { ObservedPlay } from '../../scenarios/evidence/observe-play.ts';
import type { Vocabulary } from '../../scenarios/evidence/vocabulary.ts';
import type { ObservedAction } from '../../scenarios/kit/observed.ts';
import type { ActionRef, Step } from '../../scenarios/world/base.ts';
import { acts, startScene, step } from '../../scenarios/world/scene.ts';
import type { RefusalCode, SceneState, World, WorldAction } from '../../scenarios/world/types.ts';

/** Kinds of presses that only lead somewhere. */
const leading = [
  ...['mail.open', 'mail.folder', 'mail.leave-draft', 'phone.open'],
  ...['files.open-folder', 'files.close-file', 'files.leave-search', 'browser.open'],
];

/** Numbers for presses that are added: of another epoch, so that ids made by the written actions keep their numbers. */
const addedEpoch = 0;

/** Plays `actions` with the presses that lead to them; numbered as `observePlay` numbers them. */
export function observeShortPlay(
  vocabulary: Vocabulary,
  world: World,
  actions: readonly WorldAction[],
): ObservedPlay {
  let state = startScene(world);
  const accepted: ObservedAction[] = [];
  const refused: ObservedPlay['refused'][number][] = [];
  const take = (action: WorldAction, ref: ActionRef): void => {
    const next = step(world, state, action, ref);
    if (!next.ok) {
      refused.push({ ...ref, code: next.code });
      return;
    }
    const features = featuresOfAction(vocabulary, world, state, action);
    accepted.push({ ...ref, action, ...(features && { features }) });
    state = next.state;
  };
  let added = 0;
  for (const [index, action] of actions.entries()) {
    for (const press of pressesTo(world, state, action)) {
      added += 1;
      take(press, { epoch: addedEpoch, actionSeq: added });
    }
    take(action, { epoch: 1, actionSeq: index + 1 });
  }
  return { state, actions: accepted, refused };
}

/** A step, after the presses that lead to it. */
export function shortStep(
  world: World,
  state: SceneState,
  action: WorldAction,
  ref: ActionRef,
): Step<SceneState, RefusalCode> {
  const there = pressesTo(world, state, action).reduce((before, press, index) => {
    const next = step(world, before, press, { epoch: addedEpoch, actionSeq: 1000 * ref.actionSeq + index });
    return next.ok ? next.state : before;
  }, state);
  return step(world, there, action, ref);
}

/** At most two presses that lead to an action; none if it is on screen, or if none lead there. */
function pressesTo(world: World, state: SceneState, action: WorldAction): readonly WorldAction[] {
  if (!isHidden(world, state, action)) return [];
  const first = pressesIn(world, state);
  for (const { press, after } of first) if (isTaken(world, after, action)) return [press];
  for (const { press, after } of first) {
    const second = pressesIn(world, after).find((each) => isTaken(world, each.after, action));
    if (second !== undefined) return [press, second.press];
  }
  return [];
}

function pressesIn(
  world: World,
  state: SceneState,
): readonly { readonly press: WorldAction; readonly after: SceneState }[] {
  return acts(world, state)
    .filter(({ app, type }) => leading.includes(`${app}.${type}`))
    .flatMap((press) => {
      const next = step(world, state, press, { epoch: addedEpoch, actionSeq: 1 });
      return next.ok ? [{ press, after: next.state }] : [];
    });
}

function isHidden(world: World, state: SceneState, action: WorldAction): boolean {
  const next = step(world, state, action, { epoch: addedEpoch, actionSeq: 1 });
  return !next.ok && next.code === 'world.not-on-screen';
}

function isTaken(world: World, state: SceneState, action: WorldAction): boolean {
  return step(world, state, action, { epoch: addedEpoch, actionSeq: 1 }).ok;
}
