/** Moves through a scene by what the screen offers. */
import { appsById } from '../../apps/app-lookups.ts';
import type { Vocabulary } from '../../evidence/vocabulary.ts';
import { observeStep, startPlay, type ObservedPlay } from '../../evidence/observe-play.ts';
import { freeFields } from '../../world/samples.ts';
import { acts } from '../../world/scene.ts';
import type { SceneState, World, WorldAction } from '../../world/types.ts';

export interface Ground {
  readonly world: World;
  readonly vocabulary: Vocabulary;
}

const mostSteps = 120;
const mostStates = 30;

/** Shows something and decides nothing. Taking help looks too, but is asked for by laws of its own. */
export function isLook({ app, type }: WorldAction): boolean {
  return app === 'desk' ? type === 'open-app' : appsById[app].looks.includes(type);
}

/** Changes something in an app by choosing, not by typing. */
export function isDeed(action: WorldAction): boolean {
  const isTyped = Object.keys(action).some((field) => freeFields.includes(field));
  return action.app !== 'desk' && !isLook(action) && !isTyped;
}

/** Whether one of its fields is the id. Cells are named by row and column: `r5.hours`. */
export function mentions(action: WorldAction, id: string): boolean {
  const values: readonly unknown[] = Object.values(action);
  return [id, ...(id.includes('.') ? [id.split('.')] : [])].some((each) =>
    typeof each === 'string' ? values.includes(each) : each.every((part) => values.includes(part)),
  );
}

function isTyped(action: WorldAction): boolean {
  return action.app !== 'desk' && appsById[action.app].isTyped?.(action) === true;
}

const known = new WeakMap<SceneState, readonly WorldAction[]>();

/** What can be pressed; an address must be typed. Kept, because listing all acts is slow. */
export function offered(world: World, { state }: ObservedPlay): readonly WorldAction[] {
  const list = known.get(state) ?? acts(world, state).filter((action) => !isTyped(action));
  known.set(state, list);
  return list;
}

const keys = new WeakMap<WorldAction, string>();

/** The same for actions on things that differ only in when they were made: `d1-4`, `d1-9`. */
export function keyOf(action: WorldAction): string {
  const key = keys.get(action) ?? JSON.stringify(action).replace(/"([a-z])1-\d+"/g, '"$1"');
  keys.set(action, key);
  return key;
}

/** What one app offers: apps hardly depend on each other, and all their screens together would be too many. */
function screenOf(world: World, played: ObservedPlay, app: WorldAction['app']): string {
  const here = offered(world, played).filter((action) => action.app === app);
  return [...new Set(here.map(keyOf))].join('\n');
}

type Wanted = (action: WorldAction) => boolean;

/**
 * Takes actions not taken before, one by one; what is wanted first, here or one opening away.
 * @returns each stop
 */
export function takeEach(
  ground: Ground,
  wanted: readonly Wanted[],
  from: ObservedPlay = startPlay(ground.world),
  inOrder: (acts: readonly WorldAction[]) => readonly WorldAction[] = (acts) => acts,
): readonly ObservedPlay[] {
  const taken = new Set<string>();
  const way = [from];
  const isFresh = (action: WorldAction): boolean => !isBare(action) && !taken.has(keyOf(action));
  for (let played = from; way.length <= mostSteps;) {
    const here = inOrder(offered(ground.world, played));
    const at = played;
    // « Back » and « Close » are worth taking once from each screen.
    const keyHere = (action: WorldAction): string =>
      keyOf(action) + (isBare(action) ? screenOf(ground.world, at, action.app) : '');
    const direct = wanted
      .flatMap((isWanted) => here.filter((action) => isWanted(action) && !taken.has(keyHere(action))))
      .at(0);
    if (direct !== undefined) {
      taken.add(keyHere(direct));
      played = observeStep(ground.vocabulary, ground.world, played, direct);
    } else {
      const next = reachAny(ground, played, wanted, isFresh);
      if (next === undefined) break;
      const last = next.actions.at(-1);
      if (last !== undefined) taken.add(keyOf(last.action));
      played = next;
    }
    way.push(played);
  }
  return way;
}

function reachAny(
  ground: Ground,
  from: ObservedPlay,
  wanted: readonly Wanted[],
  isFresh: Wanted,
): ObservedPlay | undefined {
  for (const isWanted of wanted) {
    const next = reach(ground, from, (action) => isWanted(action) && isFresh(action));
    if (next !== undefined) return next;
  }
  return undefined;
}

/** Takes every wanted action of this screen once. */
export function takeHere(ground: Ground, from: ObservedPlay, isWanted: Wanted): ObservedPlay {
  const wanted = offered(ground.world, from).filter(isWanted);
  return wanted.reduce(
    (played, action) => observeStep(ground.vocabulary, ground.world, played, action),
    from,
  );
}

/** It names nothing that it is about. */
export function isBare(action: WorldAction): boolean {
  return Object.keys(action).length === 2;
}

/** Every stop of a walk that opens all that can be opened. */
export function openEverything(ground: Ground, isBackwards = false): readonly ObservedPlay[] {
  const inOrder = (acts: readonly WorldAction[]): readonly WorldAction[] =>
    isBackwards ? [...acts].reverse() : acts;
  return takeEach(ground, [isLook], startPlay(ground.world), inOrder);
}

/**
 * Opens what leads to a wanted action in its app, and takes it; the shortest way first.
 * @returns undefined if none is found nearby
 */
export function reach(ground: Ground, from: ObservedPlay, isWanted: Wanted): ObservedPlay | undefined {
  const apps: readonly WorldAction['app'][] = ground.world.apps;
  for (const app of apps) {
    const found = reachIn(ground, from, app, isWanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function reachIn(
  ground: Ground,
  from: ObservedPlay,
  app: WorldAction['app'],
  isWanted: Wanted,
): ObservedPlay | undefined {
  const seen = new Set<string>();
  const queue = [from];
  for (let played = queue.shift(); played !== undefined; played = queue.shift()) {
    const screen = screenOf(ground.world, played, app);
    if (seen.has(screen)) continue;
    seen.add(screen);
    const here = offered(ground.world, played).filter((action) => action.app === app);
    const wanted = here.find(isWanted);
    if (wanted !== undefined) return observeStep(ground.vocabulary, ground.world, played, wanted);
    if (seen.size > mostStates) return undefined;
    for (const look of here.filter(isLook)) {
      queue.push(observeStep(ground.vocabulary, ground.world, played, look));
    }
  }
  return undefined;
}

/** The end of a scene, for a play that has none yet. */
export function ended(ground: Ground, played: ObservedPlay): ObservedPlay {
  if (played.state.ended !== null) return played;
  return observeStep(ground.vocabulary, ground.world, played, { app: 'desk', type: 'done' });
}
