/** Every scenario version with its named plays, for goldens and random walks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  readScenario,
  type ScenarioFiles,
  scenarioFileNames,
  type ScenarioTexts,
} from '../../scenarios/checks/scenario-files.ts';
import { fillActions } from '../../scenarios/checks/settings.ts';
import { evaluateScene, type Evidence } from '../../scenarios/evidence/evaluate.ts';
import { observePlay, type ObservedPlay } from '../../scenarios/evidence/observe-play.ts';
import type { SceneResult } from '../../scenarios/kit/log.ts';
import { sampleStart } from '../../scenarios/schema/dates.ts';
import type { ScenarioVersion } from '../../scenarios/schema/catalogue.ts';
import { wordsFor } from '../../scenarios/schema/variant.ts';
import type { World, WorldAction } from '../../scenarios/world/types.ts';
import { listScoringFolders } from '../../server/content/content-files.ts';
import type { SceneAnswer } from '../../server/contract/play.ts';
import { content, contentDirectory } from './s02.ts';

/** Which variant is replayed. */
const seed = 1;

const filesRead = new Map<string, ScenarioFiles>();

export interface PlayedScenario {
  /** Names the version triple: `s05-parcel-w1-s1`. */
  readonly name: string;
  readonly world: World;
  readonly evidence: Evidence;
  readonly plays: readonly { readonly id: string; readonly actions: readonly WorldAction[] }[];
}

/** All world versions with their newest rules, in one variant, with typed texts in French. */
export function listPlayedScenarios(): readonly PlayedScenario[] {
  return content.scenarios().map(toPlayed);
}

/** The same plays under rules that attempts of before have pinned. */
export function listPlayedByEarlierRules(): readonly PlayedScenario[] {
  return content.scenarios().flatMap((version) => {
    const folder = join(contentDirectory, version.scenario, `v${version.worldVersion}`);
    return listScoringFolders(folder).map((name) =>
      toPlayed({ ...version, scoringVersion: Number(name.slice('scoring-'.length)) }),
    );
  });
}

function toPlayed(version: ScenarioVersion): PlayedScenario {
  const { scenario, worldVersion, scoringVersion } = version;
  const name = `${scenario}-w${worldVersion}-s${scoringVersion}`;
  const { world } = content.publicScene(scenario, worldVersion, seed);
  const plays = readPlays(`${scenario}/v${worldVersion}`);
  return { name, world, evidence: content.evidence(version), plays };
}

/** The newest version of each scenario: what new attempts play. */
export function listNewestScenarios(): readonly PlayedScenario[] {
  const all = listPlayedScenarios();
  return all.filter(({ world }) => world.version === content.currentVersions(world.id).worldVersion);
}

/** The plays of a scene that the server gave, in its variant. */
export function playsIn({ world, texts }: Pick<SceneAnswer, 'world' | 'texts'>): PlayedScenario['plays'] {
  const { id, version } = world;
  const folder = `${id}/v${version}`;
  const now = Date.now();
  const likeness = (own: number): number => {
    const { fr } = content.publicScene(id, version, own, now).texts;
    return Object.entries(texts.fr).filter(([key, text]) => fr[key] === text).length;
  };
  const seeds = readFiles(folder).world.data.variants.map((_, place) => place);
  const [own = seed] = seeds.toSorted((one, other) => likeness(other) - likeness(one));
  return readPlays(folder, own, now);
}

function readFiles(folder: string): ScenarioFiles {
  const known = filesRead.get(folder);
  if (known !== undefined) return known;
  const texts = Object.fromEntries(
    scenarioFileNames.map((name) => [name, readFileSync(join(contentDirectory, folder, name), 'utf8')]),
  ) as ScenarioTexts;
  const { files } = readScenario(folder, texts);
  if (files === null) throw new Error(`${folder} cannot be read`);
  filesRead.set(folder, files);
  return files;
}

function readPlays(folder: string, own = seed, startedAt = sampleStart): PlayedScenario['plays'] {
  const files = readFiles(folder);
  const { variants } = files.world.data;
  const variant = variants[own % variants.length];
  const words = variant === undefined ? {} : wordsFor(variant, files.worldTexts.fr.data, 'fr', startedAt);
  return files.plays.data.plays.map(({ id, actions }) => ({ id, actions: fillActions(actions, words) }));
}

/** Whether an action neither finishes nor skips the scene. */
export function isPlay({ app, type }: WorldAction): boolean {
  return app !== 'desk' || (type !== 'done' && type !== 'skip');
}

export function playIn({ evidence, world }: PlayedScenario, actions: readonly WorldAction[]): ObservedPlay {
  return observePlay(evidence.vocabulary, world, actions);
}

export function resultIn({ evidence, world }: PlayedScenario, played: ObservedPlay): SceneResult {
  const { state, actions } = played;
  return evaluateScene(evidence, { world, state, actions, skipped: state.ended === 'skipped' });
}
