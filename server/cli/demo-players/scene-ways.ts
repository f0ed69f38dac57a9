import { join } from 'node:path';
import { compileScenario } from '../../../scenarios/checks/check-scenario.ts';
import {
  lawFileNames,
  scenarioFileNames,
  type ScenarioFiles,
  type ScenarioTexts,
} from '../../../scenarios/checks/scenario-files.ts';
import { fillActions } from '../../../scenarios/checks/settings.ts';
import type { Vocabularies } from '../../../scenarios/checks/vocabulary-files.ts';
import { type Evidence, evaluateScene } from '../../../scenarios/evidence/evaluate.ts';
import { observePlay } from '../../../scenarios/evidence/observe-play.ts';
import { countActs } from '../../../scenarios/kit/count-acts.ts';
import { fitToSeed, wordsFor } from '../../../scenarios/schema/variant.ts';
import type { World, WorldAction } from '../../../scenarios/world/types.ts';
import { readText } from '../../content/content-files.ts';
import { loadVocabularies } from '../../content/load-vocabularies.ts';
import type { SceneAnswer } from '../../contract/play.ts';

export interface Way {
  readonly kind: 'play' | 'tactic' | 'route';
  readonly goalsOnly: boolean;
  /** With « J’ai fini ». */
  readonly actions: readonly WorldAction[];
  /** Of the scene's points, 0 to 1. */
  readonly share: number;
}

export interface SceneWays {
  readonly isScored: boolean;
  readonly ways: readonly Way[];
  /** Of the honest routes; 0 without any. */
  readonly fewestActs: number;
}

interface Compiled {
  readonly files: ScenarioFiles;
  readonly evidence: Evidence;
}

const done: WorldAction = { app: 'desk', type: 'done' };

export class WaysReader {
  readonly #directory: string;
  readonly #vocabularies: Vocabularies;
  readonly #compiled = new Map<string, Compiled>();

  constructor(directory: string) {
    this.#directory = directory;
    this.#vocabularies = loadVocabularies(directory).vocabularies;
  }

  /** In the variant that the server gave. */
  read({ world, texts }: SceneAnswer, language: 'fr' | 'en'): SceneWays {
    const { files, evidence } = this.#compile(`${world.id}/v${world.version}`);
    const words = findWords(files, texts.fr, language);
    const fill = (actions: readonly WorldAction[]): readonly WorldAction[] => [
      ...fillActions(actions, words).filter(({ app, type }) => app !== 'desk' || !ends.has(type)),
      done,
    ];
    const toWay = (kind: Way['kind'], actions: readonly WorldAction[], goalsOnly = false): Way => {
      const filled = fill(actions);
      return { kind, goalsOnly, actions: filled, share: shareOf(evidence, world, filled) };
    };
    const routes = files.routes?.data.routes ?? [];
    const ways = [
      ...files.plays.data.plays.map(({ actions }) => toWay('play', actions)),
      ...(files.tactics?.data.tactics ?? []).flatMap(({ actions }) =>
        actions === undefined ? [] : [toWay('tactic', actions)],
      ),
      ...routes.map(({ actions, goalsOnly }) => toWay('route', actions, goalsOnly)),
    ];
    const fewestActs = routes.length === 0 ? 0 : Math.min(...routes.map(({ actions }) => countActs(actions)));
    return { isScored: world.scored !== false, ways, fewestActs };
  }

  #compile(folder: string): Compiled {
    const known = this.#compiled.get(folder);
    if (known !== undefined) return known;
    const names = [...scenarioFileNames, ...lawFileNames];
    const texts = Object.fromEntries(
      names.map((name) => [name, readText(join(this.#directory, folder, name))]),
    ) as ScenarioTexts;
    const { scenario } = compileScenario(folder, texts, this.#vocabularies);
    if (scenario === null) throw new Error(`${folder} has errors`);
    this.#compiled.set(folder, scenario);
    return scenario;
  }
}

const ends: ReadonlySet<string> = new Set(['done', 'skip']);

/** Of the variant whose texts are most like those on screen. */
function findWords(
  { world, worldTexts }: ScenarioFiles,
  shown: Readonly<Record<string, string>>,
  language: 'fr' | 'en',
): Readonly<Record<string, string>> {
  const now = Date.now();
  const files = { fr: worldTexts.fr.data, en: worldTexts.en.data };
  const likeness = (seed: number): number => {
    const { fr } = fitToSeed(world.data, files, seed, now).texts;
    return Object.entries(shown).filter(([key, text]) => fr[key] === text).length;
  };
  const [best] = world.data.variants
    .map((variant, seed) => ({ variant, likeness: likeness(seed) }))
    .toSorted((one, other) => other.likeness - one.likeness);
  return best === undefined ? {} : wordsFor(best.variant, files[language], language, now);
}

function shareOf(evidence: Evidence, world: World, sent: readonly WorldAction[]): number {
  const { state, actions } = observePlay(evidence.vocabulary, world, sent);
  const { items } = evaluateScene(evidence, { world, state, actions, skipped: false });
  const possible = items.reduce((sum, { max }) => sum + max, 0);
  return possible === 0 ? 0 : items.reduce((sum, { points }) => sum + points, 0) / possible;
}
