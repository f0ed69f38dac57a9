import { standardRules } from '../../scenarios/measurement/choose-scene.ts';
import { countForLevel } from '../../scenarios/measurement/has-level.ts';
import { countScored, type Form } from '../../scenarios/schema/catalogue.ts';
import type { FormSize } from '../contract/form-size.ts';
import type { Content } from './load.ts';

/** Expected size of an attempt at a form; for an adaptive form the longest way through it. */
export function sizeForm(
  content: Pick<Content, 'currentVersions' | 'publicScene' | 'scenarios'>,
  { scenes, selection, minScenes }: Pick<Form, 'scenes' | 'selection' | 'minScenes'>,
): FormSize {
  const worlds = scenes.map((scene) => {
    const { worldVersion } = content.currentVersions(scene);
    // Minutes do not depend on the seed.
    return content.publicScene(scene, worldVersion, 1).world;
  });
  const isMost = selection === 'adaptive';
  const scored = worlds
    .filter((world) => world.scored !== false)
    .map((world) => world.minutes)
    .sort((one, other) => other - one)
    .slice(0, isMost ? standardRules.stop.maxScenes : undefined);
  const unscored = worlds.filter((world) => world.scored === false).map((world) => world.minutes);
  const all = [...scored, ...unscored];
  return {
    scenes: all.length,
    minutes: all.reduce((sum, minutes) => sum + minutes, 0),
    isMost,
    givesLevel: countScored(content.scenarios(), scenes) >= countForLevel(minScenes),
  };
}
