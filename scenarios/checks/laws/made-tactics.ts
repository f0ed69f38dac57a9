/** Tactics that `acts()` allows in any scene: nothing is read, nothing is decided. */
import { observePlay, observeStep, type ObservedPlay } from '../../evidence/observe-play.ts';
import type { WorldAction } from '../../world/types.ts';
import {
  ended,
  type Ground,
  isBare,
  isDeed,
  isLook,
  keyOf,
  mentions,
  offered,
  openEverything,
  reach,
  takeEach,
  takeHere,
} from './explore.ts';

export interface MadeTactic {
  /** An author may allow it points under this name in tactics.yaml. */
  readonly name: string;
  readonly played: ObservedPlay;
}

export const helpTactic = 'help-then-first';
export const madeNames = /^(first-choice|every-sentence|help-then-first|every-[a-z-]+)$/;

export function makeTactics(ground: Ground): readonly MadeTactic[] {
  const stops = openEverything(ground);
  const made = [
    { name: 'first-choice', played: chooseFirst(ground) },
    ...everyOfAType(ground, stops),
    ...everySentence(ground, stops),
    ...helpThenFirst(ground),
  ];
  return made.map(({ name, played }) => ({ name, played: ended(ground, played) }));
}

/** Of each choice the first: the last field of an action is what it chooses. */
function chooseFirst(ground: Ground): ObservedPlay {
  const firsts = new Map<string, string>();
  const isFirst = (action: WorldAction): boolean => {
    const choice = JSON.stringify(Object.entries(action).slice(0, -1));
    const first = firsts.get(choice) ?? keyOf(action);
    firsts.set(choice, first);
    return first === keyOf(action);
  };
  return last(takeEach(ground, [(action) => isDeed(action) && isFirst(action), isLook]));
}

/** Report everything, delete everything, save in every folder: all that one kind of press can do. */
function everyOfAType(ground: Ground, stops: readonly ObservedPlay[]): readonly MadeTactic[] {
  const deeds = stops.flatMap((played) => offered(ground.world, played).filter(isDeed));
  // `compose` alone is no choice among things.
  const types = [...new Set(deeds.filter((deed) => !isBare(deed)).map(({ type }) => type))];
  return types.map((type) => ({
    name: `every-${type}`,
    played: last(takeEach(ground, [(action) => isDeed(action) && action.type === type])),
  }));
}

/** Every ready-made sentence to everyone, and to each one, wherever there is a place to write. */
function everySentence(ground: Ground, stops: readonly ObservedPlay[]): readonly MadeTactic[] {
  const places = new Map<string, ObservedPlay>();
  for (const stop of stops) {
    if (offersSentence(ground, stop)) continue;
    for (const action of offered(ground.world, stop).filter((each) => isLook(each) || isDeed(each))) {
      if (places.has(keyOf(action))) continue;
      const played = observeStep(ground.vocabulary, ground.world, stop, action);
      if (offersSentence(ground, played)) places.set(keyOf(action), played);
    }
  }
  return [...places.values()].flatMap((place) => {
    const written = takeHere(ground, place, isOf('add-phrase'));
    const people = offered(ground.world, written).filter(isOf('add-recipient'));
    const addressed = [
      written,
      ...people.map((person) => observeStep(ground.vocabulary, ground.world, written, person)),
      ...(people.length > 1 ? [takeHere(ground, written, isOf('add-recipient'))] : []),
    ];
    return addressed.flatMap((played) => {
      const send = offered(ground.world, played).find(isOf('send'));
      if (send === undefined) return [];
      const sent = observeStep(ground.vocabulary, ground.world, played, send);
      return [{ name: 'every-sentence', played: sent }];
    });
  });
}

function isOf(type: string): (action: WorldAction) => boolean {
  return (action) => action.app !== 'desk' && action.type === type;
}

function offersSentence(ground: Ground, played: ObservedPlay): boolean {
  return offered(ground.world, played).some(isOf('add-phrase'));
}

/** Steps 1 and 2 of every topic, then the first thing to do where a topic points, for one topic and for all. */
function helpThenFirst(ground: Ground): readonly MadeTactic[] {
  const topics = ground.world.help.flatMap(({ id: topic }) =>
    ([1, 2] as const).map((step): WorldAction => ({ app: 'desk', type: 'help', topic, step })),
  );
  const helped = observePlay(ground.vocabulary, ground.world, topics);
  const click = (from: ObservedPlay, where: string): ObservedPlay => {
    const [app, kind = '', id] = where.split(':');
    const isThere = (action: WorldAction): boolean =>
      action.app === app &&
      isDeed(action) &&
      (id === undefined ? action.type === kind : mentions(action, id));
    return reach(ground, from, isThere) ?? from;
  };
  const ways = ground.world.help.map(({ where }) => where);
  const all = ways.reduce(click, helped);
  return [...ways.map((where) => click(helped, where)), all].map((played) => ({ name: helpTactic, played }));
}

function last(way: readonly ObservedPlay[]): ObservedPlay {
  const found = way.at(-1);
  if (found === undefined) throw new RangeError('a walk has a start');
  return found;
}
