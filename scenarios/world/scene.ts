/** Any scene, with the reducers of all apps: for the server. The client has those of a scene (ADR 45). */
import { worldApps } from './app-list.ts';
import type { ActionRef, Step } from './base.ts';
import { Engine } from './engine.ts';
import type { PlacedAction, RefusalCode, SceneState, World, WorldAction } from './types.ts';

const engine = new Engine(worldApps);

export function startScene(world: World): SceneState {
  return engine.start(world);
}

export function step(
  world: World,
  state: SceneState,
  action: WorldAction,
  ref: ActionRef,
): Step<SceneState, RefusalCode> {
  return engine.step(world, state, action, ref);
}

export function acts(world: World, state: SceneState): readonly WorldAction[] {
  return engine.acts(world, state);
}

export function replay(world: World, actions: readonly PlacedAction[]): SceneState {
  return engine.replay(world, actions);
}
