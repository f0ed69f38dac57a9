/**
 * Chooses the next scene or ends an adaptive attempt (ADR 15); the same state and seed give the same
 * choice. A scene’s value is Σ_d Var_d · I_{s,d}(θ_d − 0.5) / minutes over dimensions d (I: information),
 * aimed half a logit low so that about 62 % of steps succeed.
 */
import type { SceneChoice, StopReason } from '../kit/log.ts';
import { type AccessFlags, type AccessNeed, meetsNeeds } from '../world/access.ts';
import { estimateEap } from './estimate.ts';
import { type Dimension, dimensions } from '../kit/dimensions.ts';
import { information } from './models.ts';
import { createRandom } from './random.ts';
import { findStop, type StopRules } from './stop.ts';
import type { Bank, ItemParameters, Response } from '../kit/measurement-types.ts';

export interface SceneFacts {
  readonly scenario: string;
  readonly minutes: number;
  readonly heavyReading: boolean;
  readonly mobile: boolean;
  readonly access: AccessFlags;
}

export interface EndedScene {
  readonly scenario: string;
  /** Over all items of the scene; 0 if skipped. */
  readonly points: number;
  readonly heavyReading: boolean;
}

/** Both in logits. */
export interface Ability {
  readonly theta: number;
  readonly se: number;
}

export interface Abilities {
  readonly dimensions: Readonly<Record<Dimension, Ability>>;
  readonly overall: Ability;
}

export interface SelectionState {
  readonly bank: Bank;
  readonly abilities: Abilities;
  /** In order of their ends. */
  readonly ended: readonly EndedScene[];
  readonly candidates: readonly SceneFacts[];
  readonly activeMs: number;
  readonly needs: readonly AccessNeed[];
  /** All input so far was by touch. */
  readonly byTouch: boolean;
  /** Unique to the attempt. */
  readonly seed: string;
}

export interface SelectionRules {
  /** Everybody plays these scenes first, in this order. */
  readonly core: readonly string[];
  /** Added to θ to aim, logits; a negative aim chooses easier scenes. */
  readonly aim: number;
  /** Chooses at random among this many of the best scenes, so that none is overused. */
  readonly among: number;
  /** After a scene without a point, the next scene's first step may be at most this far above θ, logits. */
  readonly winBelow: number;
  readonly stop: StopRules;
}

/** The core comes from the form. */
export const standardRules: Omit<SelectionRules, 'core'> = {
  aim: -0.5,
  among: 3,
  winBelow: -1,
  stop: { scenes: 8, items: 2, points: 5, se: 0.6, overallSe: 0.3, maxScenes: 12, maxMinutes: 60 },
};

export type Selection =
  { readonly next: string; readonly choice: SceneChoice } | { readonly stop: StopReason };

/** A dimension without answers has the prior's mean: never report it. */
export function findAbilities(bank: Bank, responses: readonly Response[]): Abilities {
  const abilityOf = (own: readonly Response[]): Ability => {
    const { theta, se } = estimateEap(own, bank);
    return { theta, se };
  };
  const one = (dimension: Dimension): Ability =>
    abilityOf(responses.filter(({ item }) => item.dimension === dimension));
  return {
    overall: abilityOf(responses),
    dimensions: {
      OUT: one('OUT'),
      INF: one('INF'),
      COM: one('COM'),
      PRO: one('PRO'),
      SEC: one('SEC'),
      RES: one('RES'),
    },
  };
}

/** Access needs always exclude; any other rule is ignored if it would leave no scene. */
export function chooseScene(state: SelectionState, rules: SelectionRules): Selection {
  const { bank, ended, candidates, needs } = state;
  const open = candidates.filter(({ access }) => meetsNeeds(access, needs));
  const stop = findStop(rules.stop, state) ?? (open.length === 0 ? 'nothing-left' : null);
  if (stop !== null) return { stop };
  const offered = state.byTouch ? computerScenesLast(open) : open;
  const touchFirst = state.byTouch && ended.length === 0 && offered.find(({ mobile }) => mobile);
  if (touchFirst) return { next: touchFirst.scenario, choice: { by: 'touch-first' } };
  const core = rules.core.find((scenario) => offered.some((scene) => scene.scenario === scenario));
  if (core !== undefined) return { next: core, choice: { by: 'core' } };
  return selectByInformation(state, rules, offered, (scenario) =>
    bank.items.filter((item) => item.scenario === scenario),
  );
}

/** Only once nothing else is left: the person may hold a phone (ADR 44). */
function computerScenesLast(open: readonly SceneFacts[]): readonly SceneFacts[] {
  const playable = open.filter(({ access }) => access.phone);
  return playable.length > 0 ? playable : open;
}

type ItemsOf = (scenario: string) => readonly ItemParameters[];

function selectByInformation(
  state: SelectionState,
  rules: SelectionRules,
  open: readonly SceneFacts[],
  itemsOf: ItemsOf,
): Selection {
  const narrowedBy: ('win' | 'reading' | 'balance')[] = [];
  let left = open;
  for (const { name, keeps } of narrowings(state, rules, itemsOf)) {
    const remaining = left.filter(keeps);
    if (remaining.length === 0 || remaining.length === left.length) continue;
    narrowedBy.push(name);
    left = remaining;
  }
  const best = left
    .map((scene) => ({ scenario: scene.scenario, worth: worthOf(scene, state, rules, itemsOf) }))
    .sort((one, other) => other.worth - one.worth || (one.scenario < other.scenario ? -1 : 1))
    .slice(0, rules.among);
  const draw = createRandom(`${state.seed}/${state.ended.length}`).uniform();
  const taken = best[Math.floor(draw * best.length)];
  if (taken === undefined) return { stop: 'nothing-left' };
  const rounded = best.map(({ scenario, worth }) => ({ scenario, worth: Math.round(worth * 1e4) / 1e4 }));
  return { next: taken.scenario, choice: { by: 'information', narrowedBy, best: rounded, draw } };
}

interface Narrowing {
  readonly name: 'win' | 'reading' | 'balance';
  readonly keeps: (scene: SceneFacts) => boolean;
}

/** The rule that matters most to the person comes first. */
function narrowings(
  { abilities, ended }: SelectionState,
  rules: SelectionRules,
  itemsOf: ItemsOf,
): Narrowing[] {
  const last = ended.at(-1);
  const known = new Set(ended.flatMap(({ scenario }) => itemsOf(scenario).map((item) => item.dimension)));
  const isUnknown = ({ dimension }: ItemParameters): boolean => !known.has(dimension);
  const isWithinReach = ({ dimension, steps: [first = 0] }: ItemParameters): boolean =>
    first <= abilities.dimensions[dimension].theta + rules.winBelow;
  return [
    {
      name: 'win',
      keeps: ({ scenario }) => last?.points !== 0 || itemsOf(scenario).some(isWithinReach),
    },
    { name: 'reading', keeps: ({ heavyReading }) => !(heavyReading && last?.heavyReading === true) },
    // A dimension that has no answers yet comes first.
    {
      name: 'balance',
      keeps: ({ scenario }) => known.size === dimensions.length || itemsOf(scenario).some(isUnknown),
    },
  ];
}

function worthOf(
  { scenario, minutes }: SceneFacts,
  { abilities }: SelectionState,
  { aim }: SelectionRules,
  itemsOf: ItemsOf,
): number {
  const promised = itemsOf(scenario).reduce((sum, item) => {
    const { theta, se } = abilities.dimensions[item.dimension];
    return sum + se ** 2 * information(item, theta + aim);
  }, 0);
  return promised / minutes;
}
