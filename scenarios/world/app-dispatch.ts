import type { SceneContext, Offers, ActionContext, WorldApp } from './app.ts';
import { simulatedAppIds, worldApps } from './app-list.ts';
import type { ActionRef, Step } from './base.ts';
import type {
  AppAction,
  AppKinds,
  AppParts,
  AppStates,
  RefusalCode,
  SimulatedAppId,
  World,
} from './types.ts';

type AnyApp<Id extends SimulatedAppId> = WorldApp<
  AppKinds[Id]['part'],
  AppKinds[Id]['state'],
  AppKinds[Id]['action'],
  RefusalCode
>;

const apps: { readonly [Id in SimulatedAppId]: AnyApp<Id> } = worldApps;

export function startApps(world: World): AppStates {
  return simulatedAppIds.reduce(
    (states, id) => {
      const state = startApp(id, world[id], world.apps);
      return state === undefined ? states : { ...states, [id]: state };
    },
    { active: world.apps[0] ?? 'mail' },
  );
}

/** Returns the same object if nothing changed. */
export function reduceApps(
  world: World,
  states: AppStates,
  action: AppAction,
  ref: ActionRef,
): Step<AppStates, RefusalCode> {
  const { app: id } = action;
  const next = reduceApp(
    id,
    action,
    { part: world[id], state: states[id] },
    { ...ref, ...sceneContextOf(world, states) },
  );
  if (!next.ok) return next;
  const after = next.state === states[id] ? states : { ...states, [id]: next.state };
  const front = world.apps.find((app) => app === frontAfter(id, world[id], next.state, action));
  const isThere = front === undefined || front === states.active;
  return { ok: true, state: isThere ? after : { ...after, active: front } };
}

export function actsInApps(world: World, states: AppStates): readonly AppAction[] {
  const beside = sceneContextOf(world, states);
  return simulatedAppIds.flatMap((id): readonly AppAction[] => actsIn(id, world[id], states[id], beside));
}

function sceneContextOf(world: World, states: AppStates): SceneContext {
  return {
    desk: world.apps,
    offers: () => {
      const all = simulatedAppIds.map((id) => offersOf(id, world[id], states[id]));
      return {
        attachments: all.flatMap(({ attachments = [] }) => attachments),
        pages: all.flatMap(({ pages = [] }) => pages),
        signals: all.flatMap(({ signals = [] }) => signals),
        texts: all.flatMap(({ texts = [] }) => texts),
      };
    },
  };
}

/** If true, « Annuler » skips the action. */
export function isUnseen(before: AppStates, after: AppStates): boolean {
  const changed = simulatedAppIds.filter((id) => before[id] !== after[id]);
  return changed.length > 0 && changed.every((id) => isUnseenIn(id, before[id], after[id]));
}

export function undoneApps(world: World, before: AppStates, undone: AppStates): AppStates {
  return simulatedAppIds.reduce((states, id) => {
    const state = undoneApp(id, world[id], { before: before[id], undone: undone[id] });
    return state === before[id] ? states : { ...states, [id]: state };
  }, before);
}

function startApp<Id extends SimulatedAppId>(
  id: Id,
  part: AppParts[Id],
  desk: readonly string[],
): AppKinds[Id]['state'] | undefined {
  return part === undefined ? undefined : apps[id].start(part, desk);
}

function reduceApp<Id extends SimulatedAppId>(
  id: Id,
  action: AppKinds[Id]['action'],
  { part, state }: { readonly part: AppParts[Id]; readonly state: AppStates[Id] },
  context: ActionContext,
): Step<AppKinds[Id]['state'], RefusalCode> {
  if (part === undefined || state === undefined) return { ok: false, code: 'world.unknown-app' };
  return apps[id].reduce(part, state, action, context);
}

function frontAfter<Id extends SimulatedAppId>(
  id: Id,
  part: AppParts[Id],
  state: AppKinds[Id]['state'],
  action: AppKinds[Id]['action'],
): string | undefined {
  return part === undefined ? undefined : apps[id].front?.(part, state, action);
}

function actsIn<Id extends SimulatedAppId>(
  id: Id,
  part: AppParts[Id],
  state: AppStates[Id],
  beside: SceneContext,
): readonly AppKinds[Id]['action'][] {
  return part === undefined || state === undefined ? [] : apps[id].acts(part, state, beside);
}

function offersOf<Id extends SimulatedAppId>(
  id: Id,
  part: AppParts[Id],
  state: AppStates[Id],
): Partial<Offers> {
  return part === undefined || state === undefined ? {} : (apps[id].offers?.(part, state) ?? {});
}

function isUnseenIn<Id extends SimulatedAppId>(id: Id, before: AppStates[Id], after: AppStates[Id]): boolean {
  return before !== undefined && after !== undefined && apps[id].isUnseen?.(before, after) === true;
}

function undoneApp<Id extends SimulatedAppId>(
  id: Id,
  part: AppParts[Id],
  { before, undone }: { readonly before: AppStates[Id]; readonly undone: AppStates[Id] },
): AppKinds[Id]['state'] | undefined {
  if (part === undefined || before === undefined || undone === undefined) return before;
  return apps[id].undone?.(part, before, undone) ?? before;
}
