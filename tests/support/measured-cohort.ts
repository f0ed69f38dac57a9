/** Attempts of people of known ability: drawn from a bank's model and stored like real ones. */
import type { InputMode, LogEntry, ProcessIndicators, SceneResult } from '../../scenarios/kit/log.ts';
import { measureResults } from '../../scenarios/measurement/measure.ts';
import { categoryProbabilities } from '../../scenarios/measurement/models.ts';
import { createRandom, type Random } from '../../scenarios/measurement/random.ts';
import type { Bank, ItemParameters } from '../../scenarios/kit/measurement-types.ts';
import type { Attempt, AttemptProgress } from '../../server/storage/ports/attempts.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { sampleAttempt, sampleProgress } from '../contract/storage/sample-attempts.ts';

export interface CohortPerson {
  readonly id: string;
  readonly theta: number;
  readonly language: 'fr' | 'en';
  readonly input: InputMode;
  readonly readAloud: boolean;
  readonly scenes: readonly CohortScene[];
}

interface CohortScene {
  readonly scenario: string;
  readonly how: 'done' | 'skipped' | 'left';
  readonly eased: boolean;
  /** Points by place in the bank. */
  readonly points: ReadonlyMap<number, number>;
}

export interface CohortPlan {
  readonly persons: number;
  readonly seed: string;
  /** Scenarios that everyone plays. */
  readonly scenarios: readonly string[];
  /** Steps of an item for a person; the bank's own unless a difference is planted. */
  readonly itemFor?: (item: ItemParameters, person: Omit<CohortPerson, 'scenes'>) => ItemParameters;
  /** Replaces the model's points; undefined: the model's. */
  readonly pointsFor?: (item: ItemParameters, random: Random) => number | undefined;
}

/** Draws abilities from the bank's prior; in turns, half play in English, half by touch, a third listen. */
export function drawCohort(bank: Bank, plan: CohortPlan): CohortPerson[] {
  const random = createRandom(plan.seed);
  return Array.from({ length: plan.persons }, (_, index) => {
    const person = {
      id: `person-${String(index).padStart(5, '0')}`,
      theta: bank.prior.mean + bank.prior.sd * random.normal(),
      language: index % 2 === 0 ? ('fr' as const) : ('en' as const),
      input: Math.floor(index / 2) % 2 === 0 ? ('mouse' as const) : ('touch' as const),
      readAloud: index % 3 === 0,
    };
    const scenes = plan.scenarios.map((scenario): CohortScene => ({
      scenario,
      how: 'done',
      eased: false,
      points: new Map(
        bank.items.flatMap((item, place): [number, number][] => {
          if (item.scenario !== scenario) return [];
          const met = plan.itemFor?.(item, person) ?? item;
          return [[place, plan.pointsFor?.(item, random) ?? draw(met, person.theta, random)]];
        }),
      ),
    }));
    return { ...person, scenes };
  });
}

function draw(item: ItemParameters, theta: number, random: Random): number {
  let rest = random.uniform();
  const points = categoryProbabilities(item, theta).findIndex((share) => (rest -= share) < 0);
  return points === -1 ? item.steps.length : points;
}

/** Where and how an attempt is stored. */
export interface CohortPlace {
  readonly attempt: Partial<Attempt>;
  readonly progress?: Partial<AttemptProgress>;
}

/** Stores one attempt per person, one after the other. */
export async function storeCohort(
  storage: Storage,
  bank: Bank,
  people: readonly CohortPerson[],
  { attempt, progress = {} }: CohortPlace,
): Promise<void> {
  for (const [index, person] of people.entries()) {
    const own = { id: `attempt-${index}`, personId: person.id, createdAt: 1_000 + index, ...attempt };
    await storeAttempt(storage, bank, person, { attempt: own, progress });
  }
}

export async function storeAttempt(
  storage: Storage,
  bank: Bank,
  person: CohortPerson,
  { attempt, progress = {} }: CohortPlace,
): Promise<void> {
  const own = sampleAttempt({ number: 1, bankVersion: bank.version, ...attempt });
  const entries = person.scenes.map((scene, index) => sceneEnd(bank, person, scene, index + 1));
  const played = person.scenes.flatMap(({ scenario, how }, index) => {
    const entry = entries[index];
    const result = entry?.kind === 'scene-ended' ? entry.result : null;
    return how === 'left' || result === null
      ? []
      : [{ scenario, worldVersion: worldVersionOf(bank, scenario), how, result }];
  });
  await storage.attempts.create(own, {
    entries: entries.map((entry) => ({ logSeq: entry.logSeq, entry, sealed: null })),
    progress: sampleProgress(entries.length, {
      status: 'finished',
      language: person.language,
      research: 'given',
      measure: measureResults(bank, played),
      adaptations: person.readAloud ? ['read-aloud'] : [],
      scenes: person.scenes.map(({ scenario, how }, index) => ({
        sceneId: String(index + 1),
        scenario,
        worldVersion: worldVersionOf(bank, scenario),
        scoringVersion: 1,
        status: how,
        fromSeq: index + 1,
      })),
      ...progress,
    }),
    statements: [],
    gradeIntents: [],
  });
}

/** The version that the bank's items are about; bank 1 says none. */
function worldVersionOf({ worlds }: Bank, scenario: string): number {
  return worlds[scenario] ?? 1;
}

function sceneEnd(bank: Bank, person: CohortPerson, scene: CohortScene, logSeq: number): LogEntry {
  const { scenario, how, eased } = scene;
  const at = 1_000 * logSeq;
  return {
    logSeq,
    epoch: 1,
    at,
    receivedAt: at,
    kind: 'scene-ended',
    how,
    activeMs: 60_000,
    scene: {
      sceneId: String(logSeq),
      scenario,
      worldVersion: worldVersionOf(bank, scenario),
      scoringVersion: 1,
      ...(eased ? { eased } : {}),
    },
    result: how === 'left' ? null : resultOf(bank, scene),
    process: processOf(bank, person),
  };
}

function resultOf(bank: Bank, { points, how, scenario }: CohortScene): SceneResult {
  const items = [...points].flatMap(([place, earned]) => {
    const item = bank.items[place];
    if (item === undefined) return [];
    const { dimension, steps } = item;
    return [
      {
        item: `${scenario}-${dimension.toLowerCase()}`,
        dimension,
        max: steps.length,
        points: how === 'skipped' ? 0 : earned,
        skipped: how === 'skipped',
      },
    ];
  });
  return { rules: [], items, misconceptions: [] };
}

function processOf({ version }: Bank, { input, readAloud }: CohortPerson): ProcessIndicators {
  return {
    totalMs: 61_000,
    firstActionMs: 2_000,
    actions: 12,
    undos: 1,
    helps: 0,
    readAlouds: readAloud ? 2 : 0,
    assists: 0,
    appSwitches: 1,
    backtracks: 0,
    pauses: 0,
    idleMs: 0,
    hiddenMs: 0,
    inputModes: [input],
    variantSeed: 1,
    bankVersion: version,
    device: { motion: 'usual', zoom: '100', contrast: 'usual' },
  };
}
