import type { Problem } from '../../kit/yaml-source.ts';
import type { LawScene, Trial } from './law-scene.ts';
import { earnedRules, told } from './law-scene.ts';

/** Law 13: one and the same play earns the same in each variant and language. */
export function findVariants(scene: LawScene): readonly Problem[] {
  const { plays, routes, tactics, world } = scene.files;
  const alone =
    scene.variants.length > 1 ? [] : [world.problem('error', ['variants'], 'law.variants-one', { law: 13 })];
  const sources = [
    { source: plays, part: 'plays', names: plays.data.plays.map(({ id }) => id), trials: scene.plays },
    {
      source: routes,
      part: 'routes',
      names: routes.data.routes.map(({ name }) => name),
      trials: scene.routes.flatMap(({ trials }) => trials),
    },
    {
      source: tactics,
      part: 'tactics',
      names: tactics.data.tactics.map(({ name }) => name),
      trials: scene.tactics.flatMap(({ trials }) => trials),
    },
  ];
  const unlike = sources.flatMap(({ source, part, names, trials }) =>
    [...new Set(trials.map(({ name }) => name))].flatMap((name) => {
      const [first, ...others] = trials.filter((trial) => trial.name === name);
      const other = others.find((each) => first !== undefined && outcomeOf(each) !== outcomeOf(first));
      if (first === undefined || other === undefined) return [];
      const index = names.indexOf(name);
      const params = {
        law: 13,
        here: outcomeOf(first),
        there: outcomeOf(other),
        otherVariant: other.setting.variant,
        otherLanguage: other.setting.language,
        ...told(first),
      };
      return [source.problem('error', index < 0 ? [part] : [part, index], 'law.variants', params)];
    }),
  );
  return [...alone, ...unlike];
}

function outcomeOf(trial: Trial): string {
  return [...earnedRules(trial), ...trial.result.misconceptions].join(' ');
}
