/** A scene as pure functions. Owns undo, help and the end of a scene. Knows no points or rules. */
import { AppDispatch } from './app-dispatch.ts';
import type { ActionRef, Step, WorldRefusal } from './base.ts';
import { deskActs, openApp, takeHelp } from './desk.ts';
import { wholeLetters } from './plain-text.ts';
import type {
  AppAction,
  AppStates,
  DeskAction,
  PlacedAction,
  RefusalCode,
  SceneState,
  World,
  WorldAction,
  WorldApps,
} from './types.ts';

export class Engine {
  readonly #apps: AppDispatch;

  /** @param apps at least those that have a part in the scenes played */
  constructor(apps: WorldApps) {
    this.#apps = new AppDispatch(apps);
  }

  start(world: World): SceneState {
    return {
      apps: this.#apps.start(world),
      past: { length: 0, newest: null },
      help: {},
      ended: null,
    };
  }

  /** The next state, or a refusal that changes nothing. Ids of new drafts and files derive from `ref`. */
  step(world: World, state: SceneState, action: WorldAction, ref: ActionRef): Step<SceneState, RefusalCode> {
    if (state.ended !== null) return refuse('world.ended');
    if (action.app === 'desk') return this.#stepDesk(world, state, action);
    const apps = this.#apps.reduce(world, state.apps, withWholeLetters(action), ref);
    return apps.ok ? { ok: true, state: this.#remember(state, apps.state) } : apps;
  }

  /**
   * Every app counts, in front or not: its tab is one press away. Values of free fields are samples
   * (`freeFields`).
   */
  acts(world: World, state: SceneState): readonly WorldAction[] {
    return state.ended === null ? [...deskActs(world, state), ...this.#apps.acts(world, state.apps)] : [];
  }

  /** A refused action has no effect, as when it was made. */
  replay(world: World, actions: readonly PlacedAction[]): SceneState {
    return actions.reduce((state, { action, epoch, actionSeq }) => {
      const next = this.step(world, state, action, { epoch, actionSeq });
      return next.ok ? next.state : state;
    }, this.start(world));
  }

  #stepDesk(world: World, state: SceneState, action: DeskAction): Step<SceneState> {
    switch (action.type) {
      case 'open-app': {
        const apps = openApp(world, state.apps, action.target);
        return apps.ok ? { ok: true, state: this.#remember(state, apps.state) } : apps;
      }
      case 'help': {
        const help = takeHelp(world, state.help, action.topic, action.step);
        return help.ok ? { ok: true, state: { ...state, help: help.state } } : help;
      }
      case 'listen':
        return { ok: true, state };
      case 'undo':
        return this.#undo(world, state);
      case 'done':
        return { ok: true, state: { ...state, ended: 'done' } };
      case 'skip':
        return { ok: true, state: { ...state, ended: 'skipped' } };
    }
  }

  /** Stores only real changes: « Annuler » must never seem to do nothing. */
  #remember(state: SceneState, apps: AppStates): SceneState {
    if (apps === state.apps) return state;
    if (this.#apps.isUnseen(state.apps, apps)) return { ...state, apps };
    const past = { length: state.past.length + 1, newest: { apps: state.apps, before: state.past } };
    return { ...state, apps, past };
  }

  #undo(world: World, state: SceneState): Step<SceneState> {
    const { newest } = state.past;
    if (newest === null) return refuse('world.nothing-to-undo');
    const apps = this.#apps.undone(world, newest.apps, state.apps);
    return { ok: true, state: { ...state, apps, past: newest.before } };
  }
}

/** Some keyboards leave half an emoji; it becomes U+FFFD, because storage takes whole letters only. */
function withWholeLetters<Action extends AppAction>(action: Action): Action {
  return 'typed' in action ? { ...action, typed: wholeLetters(action.typed) } : action;
}

function refuse(code: WorldRefusal): { readonly ok: false; readonly code: WorldRefusal } {
  return { ok: false, code };
}
