/** Hands each action to its app, of those it is given. A scene needs those of its world's parts (ADR 45). */
import type { SceneContext, Offers, ActionContext } from './app.ts';
import type { ActionRef, Step } from './base.ts';
import type {
  AppAction,
  AppKinds,
  AppOf,
  AppParts,
  AppStates,
  RefusalCode,
  SimulatedAppId,
  World,
  WorldApps,
} from './types.ts';

export class AppDispatch {
  readonly #apps: WorldApps;
  readonly #ids: readonly SimulatedAppId[];

  constructor(apps: WorldApps) {
    this.#apps = apps;
    this.#ids = Object.keys(apps) as readonly SimulatedAppId[];
  }

  start(world: World): AppStates {
    return this.#ids.reduce(
      (states, id) => {
        const state = this.#startApp(id, world[id], world.apps);
        return state === undefined ? states : { ...states, [id]: state };
      },
      { active: world.apps[0] ?? 'mail' },
    );
  }

  /** Returns the same object if nothing changed. */
  reduce(world: World, states: AppStates, action: AppAction, ref: ActionRef): Step<AppStates, RefusalCode> {
    const { app: id } = action;
    const next = this.#reduceApp(
      id,
      action,
      { part: world[id], state: states[id] },
      { ...ref, ...this.#contextOf(world, states) },
    );
    if (!next.ok) return next;
    const after = next.state === states[id] ? states : { ...states, [id]: next.state };
    const front = world.apps.find((app) => app === this.#frontAfter(id, world[id], next.state, action));
    const isThere = front === undefined || front === states.active;
    return { ok: true, state: isThere ? after : { ...after, active: front } };
  }

  acts(world: World, states: AppStates): readonly AppAction[] {
    const beside = this.#contextOf(world, states);
    return this.#ids.flatMap((id): readonly AppAction[] => this.#actsIn(id, world[id], states[id], beside));
  }

  /** If true, « Annuler » skips the action. */
  isUnseen(before: AppStates, after: AppStates): boolean {
    const changed = this.#ids.filter((id) => before[id] !== after[id]);
    return changed.length > 0 && changed.every((id) => this.#isUnseenIn(id, before[id], after[id]));
  }

  undone(world: World, before: AppStates, undone: AppStates): AppStates {
    return this.#ids.reduce((states, id) => {
      const state = this.#undoneApp(id, world[id], { before: before[id], undone: undone[id] });
      return state === before[id] ? states : { ...states, [id]: state };
    }, before);
  }

  #contextOf(world: World, states: AppStates): SceneContext {
    return {
      desk: world.apps,
      offers: () => {
        const all = this.#ids.map((id) => this.#offersOf(id, world[id], states[id]));
        return {
          attachments: all.flatMap(({ attachments = [] }) => attachments),
          pages: all.flatMap(({ pages = [] }) => pages),
          codes: all.flatMap(({ codes = [] }) => codes),
          signals: all.flatMap(({ signals = [] }) => signals),
          texts: all.flatMap(({ texts = [] }) => texts),
        };
      },
    };
  }

  #startApp<Id extends SimulatedAppId>(
    id: Id,
    part: AppParts[Id],
    desk: readonly string[],
  ): AppKinds[Id]['state'] | undefined {
    return part === undefined ? undefined : this.#find(id)?.start(part, desk);
  }

  #reduceApp<Id extends SimulatedAppId>(
    id: Id,
    action: AppKinds[Id]['action'],
    { part, state }: { readonly part: AppParts[Id]; readonly state: AppStates[Id] },
    context: ActionContext,
  ): Step<AppKinds[Id]['state'], RefusalCode> {
    const app = this.#find(id);
    if (app === undefined || part === undefined || state === undefined) {
      return { ok: false, code: 'world.unknown-app' };
    }
    return app.reduce(part, state, action, context);
  }

  #frontAfter<Id extends SimulatedAppId>(
    id: Id,
    part: AppParts[Id],
    state: AppKinds[Id]['state'],
    action: AppKinds[Id]['action'],
  ): string | undefined {
    return part === undefined ? undefined : this.#find(id)?.front?.(part, state, action);
  }

  #actsIn<Id extends SimulatedAppId>(
    id: Id,
    part: AppParts[Id],
    state: AppStates[Id],
    beside: SceneContext,
  ): readonly AppKinds[Id]['action'][] {
    if (part === undefined || state === undefined) return [];
    return this.#find(id)?.acts(part, state, beside) ?? [];
  }

  #offersOf<Id extends SimulatedAppId>(id: Id, part: AppParts[Id], state: AppStates[Id]): Partial<Offers> {
    return part === undefined || state === undefined ? {} : (this.#find(id)?.offers?.(part, state) ?? {});
  }

  #isUnseenIn<Id extends SimulatedAppId>(id: Id, before: AppStates[Id], after: AppStates[Id]): boolean {
    return before !== undefined && after !== undefined && this.#find(id)?.isUnseen?.(before, after) === true;
  }

  #undoneApp<Id extends SimulatedAppId>(
    id: Id,
    part: AppParts[Id],
    { before, undone }: { readonly before: AppStates[Id]; readonly undone: AppStates[Id] },
  ): AppKinds[Id]['state'] | undefined {
    if (part === undefined || before === undefined || undone === undefined) return before;
    return this.#find(id)?.undone?.(part, before, undone) ?? before;
  }

  #find<Id extends SimulatedAppId>(id: Id): AppOf<Id> | undefined {
    return this.#apps[id];
  }
}
