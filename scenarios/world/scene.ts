/**
 * A scene as a pure function: how it starts and what each action makes of it.
 * Owns undo, help and the end of a scene; each app's reducer owns the rest. Knows nothing of points or rules.
 */
import { actsInApps, isUnseen, reduceApps, startApps, undoneApps } from './all-apps.ts';
import { deskActs, openApp, takeHelp } from './desk.ts';
import type { ActionRef, Step, WorldRefusal } from './base.ts';
import { wholeLetters } from './plain-text.ts';
import type {
  AppAction,
  AppStates,
  DeskAction,
  RefusalCode,
  SceneState,
  World,
  WorldAction,
} from './types.ts';

/** An accepted action as the log holds it. */
export interface PlacedAction extends ActionRef {
  readonly action: WorldAction;
}

/** The state of a scene before anything was done. */
export function startScene(world: World): SceneState {
  return {
    apps: startApps(world),
    past: [],
    help: {},
    ended: null,
  };
}

/**
 * The state after `action`, or the code for which the world refuses it (nothing then changes).
 * `ref` names the action: ids of new drafts and files derive from it.
 */
export function step(
  world: World,
  state: SceneState,
  action: WorldAction,
  ref: ActionRef,
): Step<SceneState, RefusalCode> {
  if (state.ended !== null) return refuse('world.ended');
  if (action.app === 'desk') return stepDesk(world, state, action);
  const apps = reduceApps(world, state.apps, withWholeLetters(action), ref);
  return apps.ok ? { ok: true, state: remember(state, apps.state) } : apps;
}

/**
 * Every action that a person can take now. Every app counts, in front or not: its tab is one press away. Values of
 * free fields are samples (`freeFields`).
 */
export function acts(world: World, state: SceneState): readonly WorldAction[] {
  return state.ended === null ? [...deskActs(world, state), ...actsInApps(world, state.apps)] : [];
}

/**
 * Half an emoji, which some keyboards leave behind, becomes U+FFFD: storage takes whole letters only, and a scene must
 * be the same after a reload.
 */
function withWholeLetters<Action extends AppAction>(action: Action): Action {
  return 'typed' in action ? { ...action, typed: wholeLetters(action.typed) } : action;
}

/** The state after all `actions` in order; an action that the world refuses has no effect, as when it was made. */
export function replay(world: World, actions: readonly PlacedAction[]): SceneState {
  return actions.reduce((state, { action, epoch, actionSeq }) => {
    const next = step(world, state, action, { epoch, actionSeq });
    return next.ok ? next.state : state;
  }, startScene(world));
}

function stepDesk(world: World, state: SceneState, action: DeskAction): Step<SceneState> {
  switch (action.type) {
    case 'open-app': {
      const apps = openApp(world, state.apps, action.target);
      return apps.ok ? { ok: true, state: remember(state, apps.state) } : apps;
    }
    case 'help': {
      const help = takeHelp(world, state.help, action.topic, action.step);
      return help.ok ? { ok: true, state: { ...state, help: help.state } } : help;
    }
    case 'listen':
      return { ok: true, state };
    case 'undo':
      return undo(world, state);
    case 'done':
      return { ok: true, state: { ...state, ended: 'done' } };
    case 'skip':
      return { ok: true, state: { ...state, ended: 'skipped' } };
  }
}

/** Only what changed something can be undone: « Annuler » never seems to do nothing. */
function remember(state: SceneState, apps: AppStates): SceneState {
  if (apps === state.apps) return state;
  if (isUnseen(state.apps, apps)) return { ...state, apps };
  return { ...state, apps, past: [...state.past, state.apps] };
}

function undo(world: World, state: SceneState): Step<SceneState> {
  const before = state.past.at(-1);
  if (before === undefined) return refuse('world.nothing-to-undo');
  const apps = undoneApps(world, before, state.apps);
  return { ok: true, state: { ...state, apps, past: state.past.slice(0, -1) } };
}

function refuse(code: WorldRefusal): { readonly ok: false; readonly code: WorldRefusal } {
  return { ok: false, code };
}
