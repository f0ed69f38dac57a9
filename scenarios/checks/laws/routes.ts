import type { Problem } from '../../kit/yaml-source.ts';
import { type LawScene, onePerLine, type Route, told, type Trial } from './law-scene.ts';
import { refusals } from './tactics.ts';

const fewestRoutes = 6;

/** Law 8: six ways of competent adults, each worth every point in each variant and language. */
export function findRoutes(scene: LawScene): readonly Problem[] {
  const source = scene.files.routes;
  const all = source.data.routes;
  const few =
    all.length >= fewestRoutes
      ? []
      : [
          source.problem('error', ['routes'], 'law.routes-few', {
            law: 8,
            routes: all.length,
            fewest: fewestRoutes,
          }),
        ];
  const texts = all.map(({ actions }) => JSON.stringify(actions));
  const twice = all.flatMap(({ name }, index) =>
    texts.indexOf(texts[index] ?? '') === index && all.findIndex((one) => one.name === name) === index
      ? []
      : [source.problem('error', ['routes', index], 'law.route-twice', { law: 8, play: name })],
  );
  const played = scene.routes.flatMap(({ declared, index, trials }) =>
    trials.flatMap((trial) => [
      ...refusals(trial).map((params) =>
        source.problem('error', ['routes', index], 'law.play-refused', params),
      ),
      ...lacking(declared, trial).map((params) =>
        source.problem('error', ['routes', index], 'law.route', params),
      ),
    ]),
  );
  return [...few, ...twice, ...onePerLine(played)];
}

function lacking({ earns }: Route, trial: Trial): Problem['params'][] {
  const allowed = earns === 'all' ? [] : earns.allBut;
  const rules = trial.result.rules
    .filter(({ rule, points, missing }) => (allowed.includes(rule) ? missing !== true : points === 0))
    .map(({ rule }) => rule);
  return rules.length === 0 ? [] : [{ law: 8, rules: rules.join(' '), ...told(trial) }];
}
