/** Every scenario version with its named plays, for goldens and random walks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  readScenario,
  scenarioFileNames,
  type ScenarioTexts,
} from '../../scenarios/checks/scenario-files.ts';
import { fillActions } from '../../scenarios/checks/settings.ts';
import { evaluateScene, type Evidence } from '../../scenarios/evidence/evaluate.ts';
import { observePlay, type ObservedPlay } from '../../scenarios/evidence/observe-play.ts';
import type { SceneResult } from '../../scenarios/kit/log.ts';
import { wordsFor } from '../../scenarios/schema/variant.ts';
import type { World, WorldAction } from '../../scenarios/world/types.ts';
import { content, contentDirectory } from './s02.ts';

/** Which variant is replayed. */
const seed = 1;

export interface PlayedScenario {
  /** Names the version triple: `s05-parcel-w1-s1`. */
  readonly name: string;
  readonly world: World;
  readonly evidence: Evidence;
  readonly plays: readonly { readonly id: string; readonly actions: readonly WorldAction[] }[];
}

/** All scenario versions in one variant, with typed texts in French. */
export function listPlayedScenarios(): readonly PlayedScenario[] {
  return content.scenarios().map((version) => {
    const { scenario, worldVersion, scoringVersion } = version;
    const name = `${scenario}-w${worldVersion}-s${scoringVersion}`;
    const { world } = content.publicScene(scenario, worldVersion, seed);
    const plays = readPlays(`${scenario}/v${worldVersion}`);
    return { name, world, evidence: content.evidence(version), plays };
  });
}

function readPlays(folder: string): PlayedScenario['plays'] {
  const texts = Object.fromEntries(
    scenarioFileNames.map((name) => [name, readFileSync(join(contentDirectory, folder, name), 'utf8')]),
  ) as ScenarioTexts;
  const { files } = readScenario(folder, texts);
  if (files === null) throw new Error(`${folder} cannot be read`);
  const { variants } = files.world.data;
  const variant = variants[seed % variants.length];
  const words = variant === undefined ? {} : wordsFor(variant, files.worldTexts.fr.data, 'fr');
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
