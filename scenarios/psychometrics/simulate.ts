/**
 * Simulated persons answer by the bank's parameters. Shows what a form could do if these were true, not
 * whether they are.
 */
import type { StopReason } from '../kit/log.ts';
import { levelAt } from '../measurement/levels.ts';
import { type Dimension, dimensions } from '../kit/dimensions.ts';
import { estimateProfile } from './multidimensional.ts';
import { createRandom } from '../measurement/random.ts';
import { eapReliability } from './reliability.ts';
import type { SceneFacts, SelectionRules } from '../measurement/choose-scene.ts';
import { minutesOf, type Played, playForm } from './play-form.ts';
import { mean } from './statistics.ts';
import type { Bank, Level } from '../kit/measurement-types.ts';
import { drawTruth, type Player, tabulateLikelihoods, type Truth } from './virtual-person.ts';

export interface CohortOptions {
  readonly bank: Bank;
  readonly scenes: readonly SceneFacts[];
  /** Null: the form is fixed. */
  readonly rules: SelectionRules | null;
  /** At least 2. */
  readonly persons: number;
  /** Correlation between dimensions, in [0, 1). */
  readonly correlation: number;
  readonly seed: string | number;
  /** `honest` unless given. */
  readonly player?: Player;
  /** Also estimates the multidimensional profile, which is slower. */
  readonly withProfile?: boolean;
}

export interface Precision {
  /** Root mean square standard error, logits. */
  readonly sem: number;
  /** Root mean square error, logits. */
  readonly error: number;
  /** Reliability of the EAP; null if persons do not differ. */
  readonly reliability: number | null;
  /** Share of persons whose level is right. */
  readonly exact: number;
  /** Share of persons at most one level off. */
  readonly near: number;
  /** Share of persons at each of the four levels, as estimated. */
  readonly levels: readonly number[];
}

export interface Simulation {
  readonly persons: number;
  readonly dimensions: Readonly<Record<Dimension, Precision & { readonly items: number }>>;
  /** The truth is the mean of the six abilities. */
  readonly overall: Precision;
  readonly profile: Precision | null;
  readonly exposure: readonly { readonly scenario: string; readonly share: number }[];
  readonly scenes: number;
  readonly minutes: number;
  /** A fixed form always ends with `nothing-left`. */
  readonly stops: Readonly<Record<StopReason, number>>;
}

/** The same options and seed give the same result. */
export function simulateCohort(options: CohortOptions): Simulation {
  const { bank, persons, correlation, seed, scenes, player = 'honest' } = options;
  const table = tabulateLikelihoods(bank);
  const random = createRandom(seed);
  const cohort = Array.from({ length: persons }, (_, index) =>
    playForm(options, table, {
      truth: drawTruth(bank, correlation, random),
      random,
      name: `${seed}/${index}`,
      player,
    }),
  );
  const share = (holds: (one: Played) => boolean): number => cohort.filter(holds).length / persons;
  const stopped = (reason: StopReason): number => share(({ stop }) => stop === reason);
  const of = (dimension: Dimension): Precision & { items: number } => ({
    ...precisionOf(bank, cohort, ({ truth, knowledge }) => [truth[dimension], knowledge.find(dimension)]),
    items: mean(
      cohort.map(
        ({ knowledge }) => knowledge.responses.filter(({ item }) => item.dimension === dimension).length,
      ),
    ),
  });
  return {
    persons,
    dimensions: {
      OUT: of('OUT'),
      INF: of('INF'),
      COM: of('COM'),
      PRO: of('PRO'),
      SEC: of('SEC'),
      RES: of('RES'),
    },
    overall: precisionOf(bank, cohort, ({ truth, knowledge }) => [
      compositeOf(truth),
      knowledge.find('overall'),
    ]),
    profile: options.withProfile === true ? precisionOfProfile(bank, cohort, correlation) : null,
    exposure: scenes.map(({ scenario }) => ({
      scenario,
      share: share(({ met }) => met.some((scene) => scene.scenario === scenario)),
    })),
    scenes: mean(cohort.map(({ met }) => met.length)),
    minutes: mean(cohort.map(({ met }) => minutesOf(met))),
    stops: {
      precise: stopped('precise'),
      scenes: stopped('scenes'),
      time: stopped('time'),
      'nothing-left': stopped('nothing-left'),
    },
  };
}

function compositeOf(truth: Truth): number {
  return mean(dimensions.map((dimension) => truth[dimension]));
}

interface Found {
  readonly theta: number;
  readonly se: number;
  readonly level: Level;
}

function precisionOf(
  { cuts }: Bank,
  cohort: readonly Played[],
  look: (person: Played) => readonly [truth: number, found: Found],
): Precision {
  const pairs = cohort.map(look);
  const away = pairs.map(([truth, { level }]) => Math.abs(level - levelAt(truth, cuts)));
  return {
    sem: Math.sqrt(mean(pairs.map(([, { se }]) => se ** 2))),
    error: Math.sqrt(mean(pairs.map(([truth, { theta }]) => (theta - truth) ** 2))),
    reliability: eapReliability(pairs.map(([, found]) => found)),
    exact: away.filter((levels) => levels === 0).length / away.length,
    near: away.filter((levels) => levels <= 1).length / away.length,
    levels: [1, 2, 3, 4].map(
      (wanted) => pairs.filter(([, { level }]) => level === wanted).length / pairs.length,
    ),
  };
}

function precisionOfProfile(bank: Bank, cohort: readonly Played[], correlation: number): Precision {
  return precisionOf(bank, cohort, ({ truth, knowledge }) => {
    const { composite } = estimateProfile(knowledge.responses, bank, correlation);
    return [compositeOf(truth), { ...composite, level: levelAt(composite.theta, bank.cuts) }];
  });
}
